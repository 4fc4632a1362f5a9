using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>Whether a notice that was decided on may still go out.</summary>
public static class NoticeValidity
{
    /// <summary>
    /// Whether what a planned notice says is still so, and still theirs to hear: a report may have come in while it lay in the
    /// outbox, or what they had to do with it have gone to somebody else.
    /// </summary>
    public static bool StillApplies(LedgerRow row, AgreedItem item, Plan plan, Contacts contacts) =>
        (row.Key.Ladder == LadderName.Undelivered && !item.IsFormerHolderOnly(row.Key.Recipient)
            && !item.IsFormerHolderOnly(row.SentTo ?? row.Key.Recipient))
        || (row.IsAbsenceReport() && contacts.HasPart(item, row.Key.Recipient))
        || ((Step1Anchor.IsRunning(row.Key.Ladder, row.Key.AnchorRevision, item) || AsksStill(row, item))
            && contacts.PeopleInRole(item, row.Key.Ladder, row.Role).Contains(row.Key.Recipient)
            && StillAppliesInLadder(row, item, plan, contacts));

    /// <summary>
    /// A request that nobody decided on stands beside a report of completion, which may come back: whoever decides must have heard of it.
    /// </summary>
    private static bool AsksStill(LedgerRow row, AgreedItem item) => row.Key.Ladder == LadderName.Extension
        && item is { IsOpen: true, Extensions: [.., { Decision: null } asked] } && asked.Number == row.Key.AnchorRevision;

    private static bool StillAppliesInLadder(LedgerRow row, AgreedItem item, Plan plan, Contacts contacts) => row.Key.Ladder switch
    {
        LadderName.Handover =>
            row.Role != Role.Owner || TellsOwner(plan) || RunningLadder.TellsNewOwner(item, row.Key.AnchorRevision),
        LadderName.Progress when !IsFarAhead(row, item, contacts[row.Key.Recipient]) => false,
        _ => row.SentTo is null || !item.IsFormerHolderOnly(row.SentTo),
    };

    /// <summary>Whether the owner hears of a hand-over in any case, not only where the clock stands still.</summary>
    private static bool TellsOwner(Plan plan) => plan.Ladder(LadderName.Handover)?.SpeaksTo(Role.Owner) == true;

    /// <summary>Whether the due date lies as far ahead as where interim word is asked for: it may have been moved.</summary>
    private static bool IsFarAhead(LedgerRow row, AgreedItem item, Contact to) =>
        Period.DaysBetween(row.Planned.InZone(to.Zone).Date, item.DueOn) > Plan.ProgressHorizon;
}
