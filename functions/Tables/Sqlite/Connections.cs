using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>How the file is opened.</summary>
internal static class Connections
{
    /// <summary>
    /// FULL: each commit is on the disk before it is answered, and not only with the system. Where "on the disk" has to be asked for
    /// more firmly (macOS), it is.
    /// </summary>
    private const string Lasting = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1; PRAGMA cache_size = -32000;";

    private const string Looking = "PRAGMA query_only = 1; PRAGMA cache_size = -8000;";

    /// <exception cref="StoreFileException">The file cannot be the store.</exception>
    public static SqliteConnection ForWriting(string file) => Opened(file, SqliteOpenMode.ReadWriteCreate, connection =>
    {
        Schema.Ensure(connection, file);
        Schema.Tell(connection, Lasting);
    });

    public static SqliteConnection ForReading(string file) => Opened(file, SqliteOpenMode.ReadWrite, connection => Schema.Tell(connection, Looking));

    /// <exception cref="StoreFileException">There is no such file, or it is none of these.</exception>
    public static SqliteConnection ForCopying(string file) => Opened(file, SqliteOpenMode.ReadWrite, connection => Schema.Demand(connection, file));

    private static SqliteConnection Opened(string file, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch (Exception failure)
        {
            connection.Dispose();
            throw failure is SqliteException broken ? Refused(file, broken) : failure;
        }
    }

    private static StoreFileException Refused(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => new($"{file} is no SQLite database. Move it away, or name another folder with --data.", failure),
        SQLitePCL.raw.SQLITE_CORRUPT => new($"{file} is damaged ({failure.Message}). Put back a backup.", failure),
        _ => new($"{file} cannot be opened: {failure.Message}.", failure),
    };
}
