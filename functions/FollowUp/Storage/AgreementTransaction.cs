using Azure;
using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>The rows of one agreement that are to change together (law 2). Not for several threads.</summary>
public sealed class AgreementTransaction(string agreement)
{
    /// <summary>The store takes so many rows in one transaction, all of one partition.</summary>
    public const int RowsMax = 100;

    private readonly List<RowWrite> writes = [];

    public string Agreement => agreement;

    public IReadOnlyList<RowWrite> Writes => writes;

    /// <summary>How many things fit that take <paramref name="rowsEach"/> rows, beside so many <paramref name="others"/>.</summary>
    public static int Room(int rowsEach, int others) => (RowsMax - others) / rowsEach;

    /// <summary>The journal carried on where there is something to say; items that only planned need not meet at the head.</summary>
    public void AppendJournalIfAny(StoredAgreement head, IEnumerable<(Instant At, JournalEvent What)> events)
    {
        List<(Instant, JournalEvent)> all = [.. events];
        if (all.Count > 0)
        {
            AppendJournal(head, isNew: false, all);
        }
    }

    /// <summary>Writes the head with its journal carried on.</summary>
    public void AppendJournal(StoredAgreement head, bool isNew, IEnumerable<JournalEvent> events, Instant now) =>
        AppendJournal(head, isNew, events.Select(one => (now, one)));

    private void AppendJournal(StoredAgreement head, bool isNew, IEnumerable<(Instant At, JournalEvent What)> events)
    {
        List<Entry> entries = [];
        Chain end = head.Journal;
        foreach ((Instant at, JournalEvent what) in events)
        {
            entries.AddRange(end.Append(agreement, at, [what]));
            end = new(entries[^1].Seq, entries[^1].Hash);
        }

        StoredAgreement continued = head with { Journal = end };
        TableEntity row = RowMapping.Head(continued);
        writes.Add(new(isNew ? new(TableTransactionActionType.Add, row) : Replace(row, head.Version), continued));
        entries.ForEach(entry => Add(RowMapping.Entry(entry), entry));
    }

    /// <summary>Changes of items that were decided together, as many as fit.</summary>
    /// <param name="itself">The agreement, where that changes with them.</param>
    /// <param name="known">Those that are there and are changed.</param>
    public void Write(
        StoredAgreement head, StagedAgreement? itself, IReadOnlyList<StagedChange> changes, IReadOnlyList<StoredItem> known, Instant at)
    {
        string[] added = [.. changes.Where(change => change.IsNew).Select(change => change.Item.Id)];
        StoredAgreement written = head with { Agreement = itself?.Agreement ?? head.Agreement, Items = [.. head.Items, .. added] };
        IEnumerable<JournalEvent> events = (itself?.Events ?? []).Concat(changes.SelectMany(change => change.Events));
        AppendJournal(written, isNew: false, events, at);
        foreach (StagedChange change in changes)
        {
            if (change.IsNew)
            {
                Add(new StoredItem(change.Item, change.Fingerprint));
            }
            else
            {
                UpdateItem(known.First(one => one.Item.Id == change.Item.Id), change.Item);
            }
        }
    }

    /// <summary>
    /// Writes down what is to be carried out: from then on it is decided. The idempotency row comes before it, since what was written
    /// down is taken away by whoever carries it out.
    /// </summary>
    public void Stage(StoredAgreement head, StagedChanges changes)
    {
        IReadOnlyList<StagedPiece> pieces = changes.Pack();
        AppendJournal(head with { Staged = new(pieces.Count, Done: 0) }, isNew: false, [], changes.At);
        foreach ((int at, StagedPiece piece) in pieces.Index())
        {
            Add(RowMapping.Staged(agreement, at, piece), piece);
        }
    }

    /// <summary>All of it is carried out.</summary>
    public void RemoveStaged(int pieces)
    {
        foreach (int piece in Enumerable.Range(0, pieces))
        {
            TableEntity row = new(agreement, TableKeys.Staged(piece));
            writes.Add(new(new(TableTransactionActionType.Delete, row, ETag.All), row));
        }
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
    public void UpdateItem(StoredItem read, AgreedItem changed) => UpdateSchedule(read, changed with { Revision = read.Item.Revision + 1 });

    /// <summary>
    /// The same where only its clock moved. The revision stays: whoever decided on the item as they saw it decided on nothing
    /// that is different now.
    /// </summary>
    /// <param name="settledAfter">
    /// See <see cref="StoredItem.SettledAfter"/>; an item that is written as it was is as settled as before.
    /// </param>
    public void UpdateSchedule(StoredItem read, AgreedItem moved, string? settledAfter = null)
    {
        StoredItem item = read with
        {
            Item = moved,
            SettledAfter = settledAfter ?? (ReferenceEquals(moved, read.Item) ? read.SettledAfter : null),
        };
        writes.Add(new(Replace(RowMapping.Item(item), read.Version), item));
    }

    /// <summary>Moves a planned notice to its final state. The item's or the head's version guards against two who do it.</summary>
    public void CloseNotice(LedgerRow row) => writes.Add(new(Replace(RowMapping.Ledger(agreement, row), ETag.All), row));

    /// <summary>That a request took effect, where it came with an idempotency key.</summary>
    public void RecordIdempotency(IdempotencyRecord? request)
    {
        if (request is not null)
        {
            Add(new(agreement, TableKeys.Idempotency(request.KeyHash)) { ["Request"] = request.RequestHash }, request);
        }
    }

    /// <summary>All rows, each with the id of the operation that writes it.</summary>
    /// <exception cref="InvalidOperationException">Azure would refuse them, though Azurite might not: too many, or of two
    /// partitions.</exception>
    internal TableTransactionAction[] Stamped(string property, string operation)
    {
        TableTransactionAction[] actions = [.. writes.Select(write => write.Action)];
        if (actions.Length > RowsMax || Array.Exists(actions, action => action.Entity.PartitionKey != agreement))
        {
            throw new InvalidOperationException(
                $"A transaction holds at most {RowsMax} rows of one partition; this one has {actions.Length}.");
        }

        foreach (TableTransactionAction action in actions)
        {
            ((TableEntity)action.Entity)[property] = operation;
        }

        return actions;
    }

    private static TableTransactionAction Replace(TableEntity row, ETag version) =>
        new(TableTransactionActionType.UpdateReplace, row, version);

    private void Add(TableEntity row, object holds) => writes.Add(new(new(TableTransactionActionType.Add, row), holds));
}

/// <summary>One row to write.</summary>
/// <param name="Holds">The record in it: whoever keeps it need not read it from the row again.</param>
public sealed record RowWrite(TableTransactionAction Action, object Holds);
