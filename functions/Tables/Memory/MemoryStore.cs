using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Memory;

/// <summary>
/// Keeps everything in sorted lists, for as long as the object lives. Never asynchronous: each call has ended when it returns.
/// </summary>
internal sealed class MemoryStore(TimeProvider time, DateTime last = default) : IStore, IWriteTransaction
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Sorted<Sorted<Row>>> rows = [];
    private readonly MonotonicClock ticks = new(time, last);
    private long created;

    public Catalogue Tables { get; private set; } = Catalogue.Empty;

    /// <summary>A copy that goes on by another clock. Rows are immutable, so both share them.</summary>
    public MemoryStore Copy(TimeProvider clock)
    {
        lock (gate)
        {
            MemoryStore other = new(clock, ticks.Last) { Tables = Tables, created = created };
            foreach ((long table, Sorted<Sorted<Row>> partitions) in rows)
            {
                other.rows.Add(table, partitions.Copy(inside => inside.Copy(row => row)));
            }

            return other;
        }
    }

    public T Read<T>(Func<IReadTransaction, T> look)
    {
        lock (gate)
        {
            return look(this);
        }
    }

    public ValueTask<T> Write<T>(Func<IWriteTransaction, T> work, CancellationToken cancel)
    {
        lock (gate)
        {
            return new(work(this));
        }
    }

    public Row? Find(TableEntry table, string partition, string key) => rows[table.Id].Find(partition)?.Find(key);

    public IEnumerable<Row> From(TableEntry table, RowPosition place)
    {
        Sorted<Sorted<Row>> partitions = rows[table.Id];
        for (int partition = partitions.FirstFrom(place.Partition); partition < partitions.Count; partition++)
        {
            Sorted<Row> inside = partitions[partition];
            for (int row = partitions.NameAt(partition) == place.Partition ? inside.FirstFrom(place.Key) : 0; row < inside.Count; row++)
            {
                yield return inside[row];
            }
        }
    }

    public DateTime Tick() => ticks.Next();

    public void Create(string table)
    {
        TableEntry entry = new(++created, table);
        rows.Add(entry.Id, new());
        Tables = Tables.With(entry);
    }

    public void Drop(TableEntry table)
    {
        _ = rows.Remove(table.Id);
        Tables = Tables.Without(table);
    }

    public void Write(TableEntry table, string partition, string key, Row? row)
    {
        Sorted<Sorted<Row>> partitions = rows[table.Id];
        Sorted<Row>? inside = partitions.Find(partition);
        if (row is not null)
        {
            if (inside is null)
            {
                partitions.Set(partition, inside = new());
            }

            inside.Set(key, row);
            return;
        }

        inside?.Remove(key);
        if (inside is { Count: 0 })
        {
            partitions.Remove(partition);
        }
    }
}
