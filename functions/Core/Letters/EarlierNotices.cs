using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>The notices of one ladder that went out to a person before, around the same anchor.</summary>
/// <param name="Count">At least one.</param>
public sealed record EarlierNotices(int Count, LocalDate LastOn)
{
    /// <param name="zone">Of whoever reads the day.</param>
    /// <returns>Null where <paramref name="row"/> is the first.</returns>
    public static EarlierNotices? Of(LedgerRow row, IEnumerable<LedgerRow> ledger, DateTimeZone zone)
    {
        List<LedgerRow> before = [.. ledger.Where(other => other.State == NoticeState.Sent && row.Key != other.Key
            && other.Key.Ladder == row.Key.Ladder && other.Key.AnchorRevision == row.Key.AnchorRevision
            && other.Key.Recipient == row.Key.Recipient && other.At <= row.DecidedAt)];
        return before.Count == 0 ? null : new(before.Count, before.Max(other => other.At!.Value).InZone(zone).Date);
    }
}
