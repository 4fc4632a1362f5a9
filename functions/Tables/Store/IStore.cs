using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>Where tables and rows lie. What Azure would say to a request is decided above it.</summary>
internal interface IStore
{
    /// <summary>Looks at everything as it is at one moment: whatever was answered before is seen, and no half of anything.</summary>
    T Read<T>(Func<IReading, T> look);

    /// <summary>
    /// Does work alone and keeps all that it writes, or nothing where it cannot be kept. The work has no other effect, since it may
    /// be done again; its answer is given once it is as lasting as this store makes things.
    /// </summary>
    /// <exception cref="RefusedException">It cannot be kept now.</exception>
    ValueTask<T> Write<T>(Func<IWriting, T> work, CancellationToken cancel);
}

/// <summary>Tables and rows as one caller sees them.</summary>
internal interface IReading
{
    Catalogue Tables { get; }

    Row? Find(TableEntry table, string partition, string key);

    /// <summary>The table's rows in order, from the first that is not before <paramref name="place"/>; read as far as they are asked for.</summary>
    IEnumerable<Row> From(TableEntry table, Place place);
}

/// <summary>The same for one caller who is alone with them.</summary>
internal interface IWriting : IReading
{
    /// <summary>
    /// The time of a write. No two bear the same moment, even when the clock stands or goes back, and none an earlier one than a
    /// write that was kept before: ETags are made of it.
    /// </summary>
    DateTime Tick();

    void Create(string table);

    /// <summary>Forgets the table and its rows.</summary>
    void Drop(TableEntry table);

    /// <summary>Writes the row, or forgets it where <paramref name="row"/> is null.</summary>
    void Write(TableEntry table, string partition, string key, Row? row);
}
