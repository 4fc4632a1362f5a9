using FollowUp.Items;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>
/// What is on record of the thing that a link is about: by whom, when, and in what words. Read from the item, so that a second click, a
/// reload and a lost answer all find the same.
/// </summary>
/// <param name="Action">What was done, which may be the opposite of what the link says: who returned a report cannot confirm it.</param>
public sealed record AnswerRecord(string Action, string By, Instant At, string? Text)
{
    /// <returns>Null as long as nobody has done it.</returns>
    public static AnswerRecord? Of(AnswerScope scope, AgreedItem item) => scope.Action switch
    {
        AnswerAction.HandBack => HandBack(item.HandOvers.ElementAtOrDefault(scope.Ownership), scope),
        AnswerAction.Sign when scope.IsOfFormerOwner(item) => null,
        AnswerAction.Sign => item.Receipt is { } signed ? new(scope.Action, signed.By, signed.At, null) : null,
        AnswerAction.Progress => Word(item, scope),
        AnswerAction.Complete => Report(item, item.Returns.ElementAtOrDefault(scope.Number)?.Of ?? Awaiting(item, scope.Number)),
        AnswerAction.Extend => Request(item.Extensions.ElementAtOrDefault(scope.Number)),
        AnswerAction.Reply => Reply(item.Questions.ElementAtOrDefault(scope.Number - 1)?.Reply),
        AnswerAction.Grant or AnswerAction.Refuse => Decision(item.Extensions.ElementAtOrDefault(scope.Number - 1)?.Decision),
        _ => Verdict(item, scope.Number),
    };

    private static AnswerRecord? HandBack(HandOver? next, AnswerScope scope) =>
        next is not null && next.By == scope.Recipient ? new(scope.Action, next.By, next.At, next.Reason) : null;

    /// <summary>The first word of theirs since the letter.</summary>
    private static AnswerRecord? Word(AgreedItem item, AnswerScope scope) =>
        item.Progress.Skip(scope.Number).FirstOrDefault(word => word.By == scope.Recipient) is { } said
            ? new(scope.Action, said.By, said.At, said.Text)
            : null;

    private static Completion? Awaiting(AgreedItem item, int number) => item.Returns.Count == number ? item.Completion : null;

    private static AnswerRecord? Report(AgreedItem item, Completion? report) => report is null
        ? null
        : new(AnswerAction.Complete, report.By, report.At, item.Readable(report.Evidence).Ref ?? report.Evidence.Note);

    private static AnswerRecord? Request(Extension? asked) =>
        asked is null ? null : new(AnswerAction.Extend, asked.By, asked.At, asked.Reason);

    private static AnswerRecord? Decision(ExtensionDecision? decided) => decided is null
        ? null
        : new(decided.IsGranted ? AnswerAction.Grant : AnswerAction.Refuse, decided.By, decided.At, decided.Note);

    private static AnswerRecord? Reply(QuestionReply? reply) =>
        reply is null ? null : new(AnswerAction.Reply, reply.By, reply.At, reply.Text);

    /// <summary>What the issuer said to the report of that number.</summary>
    private static AnswerRecord? Verdict(AgreedItem item, int number) =>
        item.Returns.ElementAtOrDefault(number) is { } returned ? new(AnswerAction.Return, returned.By, returned.At, returned.Reason)
        : item.Confirmation is { } confirmed ? new(AnswerAction.Confirm, confirmed.By, confirmed.At, confirmed.Note)
        : null;
}
