using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>
/// Does with an item what a link is for: by the same verbs as everybody else, once, and only as long as the item has the owner that it had.
/// </summary>
public static class Answering
{
    /// <returns>The very same item where it was answered already.</returns>
    /// <exception cref="ItemRefusedException">The item has another owner by now, or the verb refuses.</exception>
    public static AgreedItem Answer(
        this AgreedItem item, AnswerScope scope, AnswerContent content, Actor by, Instant at, FrozenTerms terms)
    {
        if (AnswerRecord.Of(scope, item) is not null)
        {
            return item;
        }

        return scope.IsOfFormerOwner(item)
            ? throw ItemRefusedException.NotNow(item, "answered by this link", StatePhrases.HandedOver.Text)
            : item.Do(scope.Action, scope.Number, content, by, at, terms);
    }

    /// <summary>The item, where the link is one by which its owner reports it.</summary>
    /// <exception cref="ItemRefusedException">The link is for something else, or the item has another owner by now.</exception>
    public static AgreedItem DemandReporting(this AgreedItem item, AnswerScope scope) =>
        scope.Action != AnswerAction.Complete ? throw ItemRefusedException.NotNow(item, "answered so", StatePhrases.NotAsked.Text)
        : scope.IsOfFormerOwner(item) ? throw ItemRefusedException.NotNow(item, "answered by this link", StatePhrases.HandedOver.Text)
        : item;

    /// <param name="number">Of the extension that is decided, or of the question.</param>
    internal static AgreedItem Do(
        this AgreedItem item, string action, int number, AnswerContent content, Actor by, Instant at, FrozenTerms terms) =>
        action switch
        {
            AnswerAction.Sign => item.Sign(by, at),
            AnswerAction.Progress => item.ReportProgress(by, at, content.Text!),
            AnswerAction.Complete => item.Report(by, at, content.Evidence!, terms.Days),
            AnswerAction.Extend => item.AskForExtension(by, at, content.DueOn!.Value, content.Text!, terms.Plan.ExtensionsMax),
            AnswerAction.HandBack => item.HandBack(by, at, content.Text!),
            AnswerAction.Confirm => item.Confirm(by, at, content.Text),
            AnswerAction.Return => item.SendBack(by, at, content.Text!),
            AnswerAction.Reply when number >= 1 && number <= item.Questions.Count => item.Reply(by, at, number, content.Text!),
            AnswerAction.Grant or AnswerAction.Refuse when number >= 1 && number <= item.Extensions.Count =>
                item.DecideExtension(by, at, number, action == AnswerAction.Grant, content.Text),
            _ => throw ItemRefusedException.NotNow(item, "answered so", StatePhrases.NotAsked.Text),
        };
}
