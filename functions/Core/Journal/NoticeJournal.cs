using FollowUp.Ledger;

namespace FollowUp.Journal;

/// <summary>What the journal says about a notice that reached its final state: who was told what, or why not.</summary>
public static class NoticeJournal
{
    public static JournalEvent EventOf(LedgerRow row)
    {
        string to = row.SentTo is null || row.SentTo == row.Key.Recipient ? "" : $" ({row.Trace ?? row.SentTo})";
        string why = row.Why is null ? "" : $": {row.Why}";
        return new(EventNames.Notice, row.Key.Item, null, $"{row.State.ToString().ToLowerInvariant()} {row.Key}{to}{why}");
    }
}
