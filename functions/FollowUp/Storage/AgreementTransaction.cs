using Azure.Data.Tables;
using FollowUp.Journal;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>The rows of one agreement that are to change together.</summary>
internal sealed class AgreementTransaction(string agreement)
{
    private readonly List<RowWrite> writes = [];

    public IReadOnlyList<RowWrite> Writes => writes;

    /// <summary>The journal carried on where there is something to say; items that only planned need not meet at the head.</summary>
    public void AppendJournalIfAny(StoredAgreement head, IEnumerable<(Instant At, JournalEvent What)> happenings)
    {
        List<(Instant, JournalEvent)> all = [.. happenings];
        if (all.Count > 0)
        {
            AppendJournal(head, isNew: false, all);
        }
    }

    /// <summary>Writes the head with its journal carried on.</summary>
    public void AppendJournal(StoredAgreement head, bool isNew, IEnumerable<JournalEvent> happenings, Instant now) =>
        AppendJournal(head, isNew, happenings.Select(happening => (now, happening)));

    private void AppendJournal(StoredAgreement head, bool isNew, IEnumerable<(Instant At, JournalEvent What)> happenings)
    {
        List<Entry> entries = [];
        Chain end = head.Journal;
        foreach ((Instant at, JournalEvent what) in happenings)
        {
            entries.AddRange(end.Continue(agreement, at, [what]));
            end = new(entries[^1].Seq, entries[^1].Hash);
        }

        StoredAgreement continued = head with { Journal = end };
        TableEntity row = RowMapping.Head(continued);
        writes.Add(new(isNew ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, head.Version), continued));
        entries.ForEach(entry => Add(RowMapping.Entry(entry), entry));
    }

    public void Add(IEnumerable<LedgerRow> rows)
    {
        foreach (LedgerRow row in rows)
        {
            Add(RowMapping.Ledger(agreement, row), row);
        }
    }

    public void Add(StoredItem item) => Add(RowMapping.Item(item), item);

    /// <summary>Replaces the item by its next revision; refused when somebody else wrote it since it was read.</summary>
    public void UpdateItem(StoredItem read, Items.AgreedItem changed) =>
        UpdateSchedule(read, changed with { Revision = read.Item.Revision + 1 });

    /// <summary>
    /// The same where only its clock moved. The revision stays: whoever decided on the item as they saw it decided on nothing
    /// that is different now.
    /// </summary>
    /// <param name="settledAfter">See <see cref="StoredItem.SettledAfter"/>; an item that is written as it was is as settled as before.</param>
    public void UpdateSchedule(StoredItem read, Items.AgreedItem moved, string? settledAfter = null)
    {
        StoredItem item = read with { Item = moved, SettledAfter = settledAfter ?? (ReferenceEquals(moved, read.Item) ? read.SettledAfter : null) };
        writes.Add(new(new(TableTransactionActionType.UpdateReplace, RowMapping.Item(item), read.Version), item));
    }

    /// <summary>Moves a planned notice to its final state. The item's or the head's version guards against two who do it.</summary>
    public void CloseNotice(LedgerRow row) =>
        writes.Add(new(new(TableTransactionActionType.UpdateReplace, RowMapping.Ledger(agreement, row), Azure.ETag.All), row));

    public void RecordIdempotency(IdempotencyRecord? answer)
    {
        if (answer is not null)
        {
            Add(new(agreement, TableKeys.Idempotency(answer.KeyHash)) { ["Request"] = answer.RequestHash }, answer);
        }
    }

    private void Add(TableEntity row, object holds) => writes.Add(new(new(TableTransactionActionType.Add, row), holds));
}

/// <summary>One row to write.</summary>
/// <param name="Holds">The record in it: whoever keeps it need not read it from the row again.</param>
public sealed record RowWrite(TableTransactionAction Action, object Holds);

/// <summary>That a request under an idempotency key took effect; kept in the same transaction as the effect.</summary>
/// <param name="KeyHash">The key's SHA-256: what callers write never becomes a row key.</param>
/// <param name="RequestHash">Tells the same request again from another one under the same key.</param>
public sealed record IdempotencyRecord(string KeyHash, string RequestHash);

/// <summary>One idempotency key, two different requests.</summary>
public sealed class KeyReusedException() : Exception("This Idempotency-Key was used for another request; take a new key for a new request.");
