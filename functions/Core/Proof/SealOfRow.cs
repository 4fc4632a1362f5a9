using FollowUp.Journal;
using FollowUp.Ledger;

namespace FollowUp.Proof;

/// <summary>Which entry of the journal seals the end of a notice.</summary>
public static class SealOfRow
{
    /// <param name="entries">The journal of its agreement.</param>
    /// <returns>Null for one that has not come to its end.</returns>
    public static Entry? Find(LedgerRow row, IEnumerable<Entry> entries)
    {
        if (!row.IsFinal)
        {
            return null;
        }

        JournalEvent end = NoticeJournal.EventOf(row);
        Entry[] same =
        [
            .. entries.Where(entry => entry.Event == EventNames.Notice && entry.Item == end.Item && entry.Text == end.Text
                && (entry.Digest == end.Digest || (entry.Digest is null && entry.At == row.At))),
        ];
        return Array.Find(same, entry => entry.Digest is not null) ?? same.FirstOrDefault();
    }
}
