using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>
/// What somebody may do with an item now, the most wanted first. Whether they may is asked of the verbs themselves, which nobody can then
/// forget to ask alike.
/// </summary>
public static class AnswerOffers
{
    /// <remarks>Whoever says that it is done has it: nobody asks them to sign for it unless it comes back.</remarks>
    /// <param name="by">With those for whom they act.</param>
    /// <param name="ladder">Of the notice that offers it; null on the page.</param>
    public static IReadOnlyList<string> Of(AgreedItem item, Actor by, LadderName? ladder, Instant now, FrozenTerms terms)
    {
        if (!item.IsOpen || item.AssignedAt is null)
        {
            return [];
        }

        AnswerContent sample = AnswerContent.Sample(item);
        List<string> wanted = [.. Wanted(ladder), .. NextActions.Of(item, [], null, now).SelectMany(next => ActionsOf(next.Action))];
        return
        [
            .. AnswerAction.All.Where(action => action != AnswerAction.Sign || item.IsPending)
                .Where(action => Standing(item, action, sample, by, now, terms) == AnswerStanding.Open)
                .OrderBy(action => wanted.IndexOf(action) is >= 0 and var place ? place : wanted.Count),
        ];
    }

    /// <summary>Whether the verb takes it: open, not-now, or not-yours.</summary>
    internal static AnswerStanding Standing(
        AgreedItem item, string action, AnswerContent sample, Actor by, Instant now, FrozenTerms terms)
    {
        try
        {
            int number = (action == AnswerAction.Reply ? item.OpenQuestion?.Number : item.PendingExtension?.Number) ?? 0;
            return ReferenceEquals(item.Do(action, number, sample, by, now, terms), item) ? AnswerStanding.NotNow : AnswerStanding.Open;
        }
        catch (ItemRefusedException refused)
        {
            return refused.Refusal == Refusal.NotAllowed ? AnswerStanding.NotYours : AnswerStanding.NotNow;
        }
    }

    private static IEnumerable<string> Wanted(LadderName? ladder) => ladder switch
    {
        LadderName.Receipt => [AnswerAction.Sign],
        LadderName.Progress => [AnswerAction.Progress],
        LadderName.Due or LadderName.Overdue or LadderName.Returned => [AnswerAction.Complete],
        LadderName.Confirmation => [AnswerAction.Confirm, AnswerAction.Return],
        LadderName.Question => [AnswerAction.Reply],
        LadderName.Extension => [AnswerAction.Grant, AnswerAction.Refuse],
        _ => [],
    };

    private static IEnumerable<string> ActionsOf(string nextAction) => nextAction switch
    {
        NextActions.Sign => [AnswerAction.Sign],
        NextActions.Report or NextActions.ReportAgain => [AnswerAction.Complete],
        NextActions.Confirm => [AnswerAction.Confirm],
        NextActions.Return => [AnswerAction.Return],
        NextActions.AnswerQuestion => [AnswerAction.Reply],
        NextActions.DecideExtension => [AnswerAction.Grant, AnswerAction.Refuse],
        _ => [],
    };
}
