using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;
using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>A connection that reads, for one caller at a time. Writers do not wait for it, nor it for them.</summary>
internal sealed class ReadConnection : IReadTransaction, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteRows rows;
    private readonly PreparedStatement begin;
    private readonly PreparedStatement end;
    private bool hasBegun;

    public ReadConnection(string file)
    {
        connection = Connections.ForReading(file);
        rows = new(connection);
        begin = new(connection, "BEGIN");
        end = new(connection, "COMMIT");
    }

    public Catalogue Tables { get; private set; } = Catalogue.Empty;

    /// <summary>All that <paramref name="look"/> reads is of one snapshot.</summary>
    public T Read<T>(Catalogue tables, Func<IReadTransaction, T> look)
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

    public IEnumerable<Row> From(TableEntry table, RowPosition place)
    {
        // A single row needs no transaction to be consistent; ranges do.
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
