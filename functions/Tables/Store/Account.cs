using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>All tables of one storage account, as Azure serves them. Calls are serialised: each is one transaction.</summary>
internal sealed class Account(IStore store, TimeProvider time)
{
    private readonly Dictionary<string, DateTime> goneUntil = [];

    public TimeSpan DeletionTakes { get; set; }

    public ValueTask<Refusal?> CreateTable(string name, CancellationToken cancel) => store.Write(
        rows =>
        {
            if (rows.Tables.Find(name) is not null)
            {
                return Refusal.TableAlreadyExists;
            }

            if (goneUntil.TryGetValue(name.ToLowerInvariant(), out DateTime until) && time.GetUtcNow().UtcDateTime < until)
            {
                return Refusal.TableBeingDeleted;
            }

            rows.Create(name);
            return null;
        },
        cancel);

    public ValueTask<Refusal?> DropTable(string name, CancellationToken cancel) => store.Write(
        rows =>
        {
            if (rows.Tables.Find(name) is not { } table)
            {
                return Refusal.ResourceNotFound;
            }

            rows.Drop(table);
            goneUntil[name.ToLowerInvariant()] = time.GetUtcNow().UtcDateTime + DeletionTakes;
            return null;
        },
        cancel);

    public Outcome Read(string table, string partition, string key) => store.Read(rows =>
        rows.Tables.Find(table) is not { } found ? new(null, Refusal.TableNotFound)
        : rows.Find(found, partition, key) is { } row ? new Outcome(row, null)
        : new(null, Refusal.ResourceNotFound));

    public ValueTask<Outcome> Write(Change change, CancellationToken cancel) => store.Write(
        rows =>
        {
            if (rows.Tables.Find(change.Table) is not { } table)
            {
                return new(null, Refusal.TableNotFound);
            }

            Outcome outcome = ChangeRules.Evaluate(change, rows.Find(table, change.Partition, change.Key), rows.Tick());
            if (outcome.Refusal is null)
            {
                rows.Write(table, change.Partition, change.Key, outcome.Row);
            }

            return outcome;
        },
        cancel);

    /// <summary>All or nothing. No two changes are to one row, so each is evaluated against the state before the batch.</summary>
    public ValueTask<BatchOutcome> Write(IReadOnlyList<Change> changes, CancellationToken cancel) =>
        store.Write(rows => Write(rows, changes), cancel);

    public (Page Page, Refusal? Refusal) Query(string table, Query query) => store.Read(rows =>
        rows.Tables.Find(table) is { } found ? (query.Over(rows, found), null) : (default(Page), Refusal.TableNotFound));

    /// <summary>Tables by name from <paramref name="from"/> on, and the name of the next one if there are more.</summary>
    public (IReadOnlyList<string> Names, string? Next) Tables(Filters.Condition? filter, int rowsMax, string? from) => store.Read(rows =>
    {
        List<string> names = [];
        foreach (TableEntry table in rows.Tables.From(from ?? ""))
        {
            if (names.Count == rowsMax)
            {
                return (names, table.Name);
            }

            if (filter is null || filter.Holds(table.Description) == true)
            {
                names.Add(table.Name);
            }
        }

        return ((IReadOnlyList<string>)names, default(string));
    });

    private static BatchOutcome Write(IWriteTransaction rows, IReadOnlyList<Change> changes)
    {
        if (rows.Tables.Find(changes[0].Table) is not { } table)
        {
            return BatchOutcome.No(Refusal.TableNotFound, at: 0);
        }

        Row?[] written = new Row?[changes.Count];
        for (int index = 0; index < written.Length; index++)
        {
            Change change = changes[index];
            Outcome outcome = ChangeRules.Evaluate(change, rows.Find(table, change.Partition, change.Key), rows.Tick());
            if (outcome.Refusal is { } refusal)
            {
                return BatchOutcome.No(refusal, index);
            }

            written[index] = outcome.Row;
        }

        for (int index = 0; index < written.Length; index++)
        {
            rows.Write(table, changes[index].Partition, changes[index].Key, written[index]);
        }

        return new(written, null, 0);
    }
}
