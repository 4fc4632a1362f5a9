using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>What SQLite's codes mean to the one who keeps the file, each with its own way out: trying again mends none of them.</summary>
internal static class SqliteErrors
{
    private const string Elsewhere = "or name another folder with --data";

    public static StoreFileException Explain(string file, SqliteException failure) => new(Sentence(file, failure), failure);

    public static StoreFileException Damaged(string file, string what, Exception? cause = null) =>
        new($"{file} is damaged ({what}). Put back a backup, {Elsewhere}.", cause);

    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    private static string Sentence(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"{file} is no SQLite database, or its beginning is damaged. Put back a backup, move it away, {Elsewhere}.",
        raw.SQLITE_CORRUPT => Damaged(file, "its pages do not hold together").Message,
        raw.SQLITE_FULL => $"{file} cannot be written: the disk is full. Make room, {Elsewhere}.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"{file} cannot be written: it, its folder or its disk is read-only for this user. Mend that, {Elsewhere}.",
        raw.SQLITE_IOERR =>
            $"{file} cannot be read or written: the disk reports an error (SQLite {failure.SqliteExtendedErrorCode}). "
            + $"See to the disk, {Elsewhere}.",
        raw.SQLITE_CANTOPEN =>
            $"{file} cannot be opened: it is no file, this user may not read it, or too many files are open. Mend that, {Elsewhere}.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{file} is locked by another program that looks at it. End that one, {Elsewhere}.",
        _ => $"{file} cannot be opened ({failure.Message.TrimEnd('.')}). Put back a backup, {Elsewhere}.",
    };
}
