using FollowUp.Ledger;
using FollowUp.Plans;

namespace FollowUp.Journal;

/// <summary>
/// What the journal says about a notice that reached its final state: who was told what, or why not. Its digest seals the whole row.
/// </summary>
public static class NoticeJournal
{
    public static JournalEvent EventOf(LedgerRow row)
    {
        RungKey key = row.Key;
        string? trace = row.SentTo is null || row.SentTo == key.Recipient ? null : row.Trace ?? row.SentTo;
        string state = row.State.ToString().ToLowerInvariant();
        return new(EventNames.Notice, key.Item, null,
            JournalPhrases.Notice.Fill(state, key.Ladder.Word(), key.Rung, key.Occurrence, key.Recipient, trace, row.Why))
        {
            Digest = row.IsFinal ? SealedRow.Of(row).Digest() : null,
        };
    }
}
