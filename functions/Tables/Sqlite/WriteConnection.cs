using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>The one connection that writes. Readers see its changes after the commit.</summary>
internal sealed class WriteConnection : IWriteTransaction, IDisposable
{
    /// <summary>
    /// How far ahead timestamps are reserved in the file: a restart skips as much, and most commits need not write the reservation.
    /// </summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    private readonly SqliteConnection connection;
    private readonly SqliteRows rows;
    private readonly PreparedStatement begin;
    private readonly PreparedStatement commit;
    private readonly PreparedStatement rollback;
    private readonly PreparedStatement put;
    private readonly PreparedStatement delete;
    private readonly PreparedStatement reserve;
    private readonly MonotonicClock ticks;
    private DateTime reserved;

    public WriteConnection(string file, TimeProvider time)
    {
        connection = Connections.ForWriting(file);
        rows = new(connection);
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        rollback = new(connection, "ROLLBACK");
        put = new(connection, "INSERT INTO rows VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET timestamp = ?4, properties = ?5");
        delete = new(connection, """DELETE FROM rows WHERE "table" = ?1 AND partition = ?2 AND key = ?3""");
        reserve = new(connection, "UPDATE clock SET reserved = ?1");
        (Kept, reserved) = (ReadTables(), ReadClock());
        (Tables, ticks) = (Kept, new(time, reserved));
    }

    /// <summary>The tables as committed, which readers see.</summary>
    public Catalogue Kept { get; private set; }

    public Catalogue Tables { get; private set; }

    public void Begin() => begin.Run();

    public void Commit()
    {
        DateTime ahead = ticks.Last > reserved ? ticks.Last + Reserve : reserved;
        if (ahead > reserved)
        {
            reserve.Bind(1, ahead.Ticks).Run();
        }

        commit.Run();
        (Kept, reserved) = (Tables, ahead);
    }

    public void Rollback()
    {
        Tables = Kept;
        // A full disk has ended the transaction already.
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
        {
            rollback.Run();
        }
    }

    public Row? Find(TableEntry table, string partition, string key) => rows.Find(table, partition, key);

    public IEnumerable<Row> From(TableEntry table, RowPosition place) => rows.From(table, place);

    public DateTime Tick() => ticks.Next();

    public void Create(string table)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO tables (name) VALUES ($name) RETURNING id";
        _ = command.Parameters.AddWithValue("$name", table);
        Tables = Tables.With(new((long)command.ExecuteScalar()!, table));
    }

    public void Drop(TableEntry table)
    {
        Schema.Execute(connection, $"""DELETE FROM rows WHERE "table" = {table.Id}; DELETE FROM tables WHERE id = {table.Id};""");
        Tables = Tables.Without(table);
    }

    public void Write(TableEntry table, string partition, string key, Row? row)
    {
        PreparedStatement statement = row is null ? delete : put.Bind(4, row.Timestamp.Ticks).Bind(5, row.Written);
        statement.Bind(1, table.Id).Bind(2, KeyBytes.Encode(partition)).Bind(3, KeyBytes.Encode(key)).Run();
    }

    /// <summary>Lets the file grow to so many pages, as a full disk would.</summary>
    public void Limit(long pages) => Schema.Execute(connection, $"PRAGMA max_page_count = {pages}");

    public void Dispose()
    {
        Array.ForEach([begin, commit, rollback, put, delete, reserve], statement => statement.Dispose());
        rows.Dispose();
        connection.Dispose();
    }

    private Catalogue ReadTables()
    {
        Catalogue tables = Catalogue.Empty;
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT id, name FROM tables";
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            tables = tables.With(new(reader.GetInt64(0), reader.GetString(1)));
        }

        return tables;
    }

    private DateTime ReadClock()
    {
        using PreparedStatement clock = new(connection, "SELECT reserved FROM clock");
        _ = clock.Step();
        return new(clock.Number(0), DateTimeKind.Utc);
    }
}
