using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;
using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>A connection that reads, for one caller at a time. Writers do not wait for it, nor it for them.</summary>
internal sealed class Reader : IReading, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteRows rows;
    private readonly Statement begin;
    private readonly Statement end;
    private bool hasBegun;

    public Reader(string file)
    {
        connection = Connections.ForReading(file);
        rows = new(connection);
        begin = new(connection, "BEGIN");
        end = new(connection, "COMMIT");
    }

    public Catalogue Tables { get; private set; } = Catalogue.Empty;

    /// <summary>One moment for all that <paramref name="look"/> reads.</summary>
    public T Read<T>(Catalogue tables, Func<IReading, T> look)
    {
        Tables = tables;
        T seen = look(this);
        if (hasBegun)
        {
            end.Run();
            hasBegun = false;
        }

        return seen;
    }

    public Row? Find(TableEntry table, string partition, string key) => rows.Find(table, partition, key);

    public IEnumerable<Row> From(TableEntry table, Place place)
    {
        // A row that is read alone is of one moment by itself; ranges may be several.
        if (!hasBegun)
        {
            begin.Run();
            hasBegun = true;
        }

        return rows.From(table, place);
    }

    public void Dispose()
    {
        begin.Dispose();
        end.Dispose();
        rows.Dispose();
        connection.Dispose();
    }
}
