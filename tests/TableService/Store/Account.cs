using FollowUp.TableService.Rows;

namespace FollowUp.TableService.Store;

/// <summary>All tables of one storage account. One call at a time: each is as if it were alone in the world.</summary>
internal sealed class Account(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Sorted<Table> tables = new();
    private readonly Dictionary<string, DateTime> goneUntil = [];
    private DateTime last;

    public TimeSpan DeletionTakes { get; set; }

    public Refusal? CreateTable(string name)
    {
        lock (gate)
        {
            if (Table(name) is not null)
            {
                return Refusal.TableAlreadyExists;
            }

            if (goneUntil.TryGetValue(Folded(name), out DateTime until) && time.GetUtcNow().UtcDateTime < until)
            {
                return Refusal.TableBeingDeleted;
            }

            tables.Set(Folded(name), new(name));
            return null;
        }
    }

    public Refusal? DropTable(string name)
    {
        lock (gate)
        {
            if (Table(name) is null)
            {
                return Refusal.ResourceNotFound;
            }

            tables.Remove(Folded(name));
            goneUntil[Folded(name)] = time.GetUtcNow().UtcDateTime + DeletionTakes;
            return null;
        }
    }

    public Outcome Read(string table, string partition, string key)
    {
        lock (gate)
        {
            if (Table(table) is not { } found)
            {
                return new(null, Refusal.TableNotFound);
            }

            return found.Find(partition, key) is { } row ? new(row, null) : new(null, Refusal.ResourceNotFound);
        }
    }

    public Outcome Write(Change change)
    {
        lock (gate)
        {
            if (Table(change.Table) is not { } table)
            {
                return new(null, Refusal.TableNotFound);
            }

            Outcome outcome = table.Judge(change, Tick());
            if (outcome.Refusal is null)
            {
                table.Write(change.Partition, change.Key, outcome.Row);
            }

            return outcome;
        }
    }

    /// <summary>All or nothing. No two of the changes are to one row, so each can be judged by what was there before.</summary>
    public BatchOutcome Write(IReadOnlyList<Change> changes)
    {
        lock (gate)
        {
            if (Table(changes[0].Table) is not { } table)
            {
                return BatchOutcome.No(Refusal.TableNotFound, at: 0);
            }

            Row?[] rows = new Row?[changes.Count];
            for (int index = 0; index < rows.Length; index++)
            {
                Outcome outcome = table.Judge(changes[index], Tick());
                if (outcome.Refusal is { } refusal)
                {
                    return BatchOutcome.No(refusal, index);
                }

                rows[index] = outcome.Row;
            }

            for (int index = 0; index < rows.Length; index++)
            {
                table.Write(changes[index].Partition, changes[index].Key, rows[index]);
            }

            return new(rows, null, 0);
        }
    }

    public (Page Page, Refusal? Refusal) Query(string table, Query query)
    {
        lock (gate)
        {
            return Table(table) is { } found ? (query.Over(found), null) : (default, Refusal.TableNotFound);
        }
    }

    /// <summary>Tables by name from <paramref name="from"/> on, and the name of the next one if there are more.</summary>
    public (IReadOnlyList<string> Names, string? Next) Tables(Filters.Condition? filter, int rowsMax, string? from)
    {
        lock (gate)
        {
            List<string> names = [];
            for (int index = from is null ? 0 : tables.FirstFrom(Folded(from)); index < tables.Count; index++)
            {
                if (names.Count == rowsMax)
                {
                    return (names, tables[index].Name);
                }

                if (filter is null || filter.Holds(tables[index].Description) == true)
                {
                    names.Add(tables[index].Name);
                }
            }

            return (names, null);
        }
    }

    private Table? Table(string name) => tables.Find(Folded(name));

    /// <summary>Names of tables keep their case and are compared without it.</summary>
    private static string Folded(string name) => name.ToLowerInvariant();

    /// <summary>No two writes bear the same moment, even when the clock stands or goes back: the ETag is made of it.</summary>
    private DateTime Tick()
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return last = now > last ? now : last.AddTicks(1);
    }
}
