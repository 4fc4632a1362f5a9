using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>What lies in the file, and how it is made.</summary>
internal static class Schema
{
    public const int Version = 1;

    /// <summary>"FoUp", in the file's header: no other program's database is taken for one of these.</summary>
    private const int Application = 0x466F5570;

    /// <summary>
    /// The rows of all tables, in the order in which they are asked for; keys as <see cref="KeyBytes"/> has them, properties as the JSON
    /// that is answered, so that most answers copy what is stored, and anybody can look at it. Rows beside their index, not in it
    /// (WITHOUT ROWID): with rows of half a kilobyte and more that writes twice as many a second, and takes a third less of the disk. The
    /// clock has one row: no write bears a later moment than it says.
    /// </summary>
    private const string Tables = """
        CREATE TABLE tables (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
        CREATE TABLE rows (
            "table" INTEGER NOT NULL, partition BLOB NOT NULL, key BLOB NOT NULL, timestamp INTEGER NOT NULL, properties BLOB NOT NULL,
            PRIMARY KEY ("table", partition, key));
        CREATE TABLE clock (reserved INTEGER NOT NULL);
        INSERT INTO clock VALUES (0);
        """;

    /// <summary>Makes an empty file one of these, and leaves alone one that is.</summary>
    /// <exception cref="StoreFileException">It is neither.</exception>
    public static void Ensure(SqliteConnection connection, string file)
    {
        if (QueryScalar<long>(connection, "SELECT count(*) FROM sqlite_schema") != 0)
        {
            Demand(connection, file);
            return;
        }

        using SqliteTransaction transaction = connection.BeginTransaction();
        Execute(connection, Tables);
        Execute(connection, $"PRAGMA application_id = {Application}; PRAGMA user_version = {Version};");
        transaction.Commit();
    }

    /// <exception cref="StoreFileException">The file is another program's, or a newer FollowUp's.</exception>
    public static void Demand(SqliteConnection connection, string file)
    {
        if (QueryScalar<long>(connection, "PRAGMA application_id") != Application)
        {
            throw new StoreFileException(
                $"{file} is another program's database, or its beginning is damaged. "
                + "Put back a backup, move it away, or name another folder with --data.");
        }

        long version = QueryScalar<long>(connection, "PRAGMA user_version");
        if (version < 1)
        {
            throw SqliteErrors.Damaged(file, "its beginning names no version");
        }

        if (version > Version)
        {
            throw new StoreFileException(
                $"{file} has schema {version}, and this FollowUp knows schemas up to {Version}. "
                + "Start the FollowUp that wrote it, or a newer one; "
                + "or put back a backup from before, or name another folder with --data.");
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }

    public static T QueryScalar<T>(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }
}
