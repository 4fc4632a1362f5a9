using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;

namespace FollowUp.Recipients;

/// <summary>Who was told that an item is late, and so is told when it is done (law 14).</summary>
public static class Lateness
{
    /// <summary>
    /// Whether a notice that went out says so: an overdue one, the weekly review, and a report to somebody who was away of an item that is
    /// late.
    /// </summary>
    public static bool TellsOfLateness(this LedgerRow row, AgreedItem item) =>
        row.Key.Ladder is LadderName.Overdue or LadderName.Review
        || (row.Key.Ladder == LadderName.Absence && item.IsOpen && row.At is { } at && item.DaysLateAt(at) > 0);

    /// <summary>Who was told that it is late, and to whom somebody sent it up: they are told when it is done.</summary>
    public static IEnumerable<string> ToldAbove(this AgreedItem item) =>
        item.ToldLate.Concat(item.Escalations.Select(escalated => escalated.To)).Distinct();
}
