using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>
/// Storage of tables and rows: in memory or in a file. What Azure would answer is decided above it, in <see cref="Account"/>.
/// </summary>
internal interface IStore
{
    /// <summary>Reads a consistent snapshot, which includes every write that was answered before.</summary>
    T Read<T>(Func<IReadTransaction, T> look);

    /// <summary>
    /// Runs work in an exclusive transaction: all of its writes are committed, or none. It may run more than once and must have no other
    /// effect; its result is returned once the commit is as durable as this store makes it.
    /// </summary>
    /// <exception cref="RefusedException">It cannot be committed now.</exception>
    ValueTask<T> Write<T>(Func<IWriteTransaction, T> work, CancellationToken cancel);
}

/// <summary>Tables and rows as one transaction sees them.</summary>
internal interface IReadTransaction
{
    Catalogue Tables { get; }

    Row? Find(TableEntry table, string partition, string key);

    /// <summary>
    /// The table's rows in order, from the first that is not before <paramref name="place"/>; read as far as they are asked for.
    /// </summary>
    IEnumerable<Row> From(TableEntry table, RowPosition place);
}

/// <summary>The same for the one transaction that may write.</summary>
internal interface IWriteTransaction : IReadTransaction
{
    /// <summary>
    /// The timestamp of a write: strictly later than that of any committed write, even when the clock stands or goes back. ETags are made
    /// of it.
    /// </summary>
    DateTime Tick();

    void Create(string table);

    /// <summary>Forgets the table and its rows.</summary>
    void Drop(TableEntry table);

    /// <summary>Writes the row, or forgets it where <paramref name="row"/> is null.</summary>
    void Write(TableEntry table, string partition, string key, Row? row);
}
