using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>
/// One prepared statement, kept for as long as its connection, and used by one caller at a time. A point read takes a few
/// microseconds, and a command of the library above this one as much again.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
    }

    public PreparedStatement Bind(int index, long value)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int64(statement, index, value), database);
        return this;
    }

    public PreparedStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_blob(statement, index, value), database);
        return this;
    }

    /// <returns>Whether it has come to a row.</returns>
    public bool Step()
    {
        int answer = raw.sqlite3_step(statement);
        if (answer is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return answer == raw.SQLITE_ROW;
        }

        SqliteException failure = new(raw.sqlite3_errmsg(database).utf8_to_string(), answer & 0xff, answer);
        Reset();
        throw failure;
    }

    public void Run()
    {
        _ = Step();
        Reset();
    }

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>Ends its read snapshot. A failure that SQLite reports here was reported by the step before.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();
}
