using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>How the file is opened.</summary>
internal static class Connections
{
    /// <summary>
    /// FULL: each commit is on the disk before it is answered, and not only with the system. Where "on the disk" has to be asked for
    /// more firmly (macOS), it is. What a large import left behind in the file beside the store is given back.
    /// </summary>
    private const string Lasting =
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1; "
        + "PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864;";

    /// <summary>A copy that is begun or ended elsewhere holds the file for a moment.</summary>
    private const int BusyMilliseconds = 5_000;

    private const string Looking = "PRAGMA query_only = 1;";

    /// <exception cref="StoreFileException">The file cannot be the store.</exception>
    public static SqliteConnection ForWriting(string file) => Opened(file, SqliteOpenMode.ReadWrite, connection =>
    {
        Schema.Ensure(connection, file);
        Schema.Execute(connection, Lasting);
        string mode = Schema.QueryScalar<string>(connection, "PRAGMA journal_mode = WAL");
        if (mode != "wal")
        {
            throw new StoreFileException(
                $"{file} lies where writing ahead is not possible (its mode is {mode}), as on most network shares. "
                + "Name a folder on a disk of this machine with --data.");
        }

        StoreFileCheck.CheckIntegrity(connection, file);
    });

    /// <summary>For a file that is not in use yet.</summary>
    public static SqliteConnection ForMaking(string file) =>
        Opened(file, SqliteOpenMode.ReadWriteCreate, connection => Schema.Execute(connection, Lasting));

    public static SqliteConnection ForReading(string file) =>
        Opened(file, SqliteOpenMode.ReadWrite, connection => Schema.Execute(connection, Looking));

    /// <exception cref="StoreFileException">There is no such file, or it is none of these.</exception>
    public static SqliteConnection ForCopying(string file) =>
        Opened(file, SqliteOpenMode.ReadWrite, connection => Schema.Demand(connection, file));

    private static SqliteConnection Opened(string file, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle!, BusyMilliseconds);
            prepare(connection);
            return connection;
        }
        catch (Exception failure)
        {
            connection.Dispose();
            throw failure is SqliteException broken ? SqliteErrors.Explain(file, broken) : failure;
        }
    }
}
