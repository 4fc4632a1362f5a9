using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>What the file's failures are called in the words of Azure: callers try again later, and hear why.</summary>
internal static class StoreFailure
{
    public static Exception Of(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_NOMEM } full => Refused(Refusal.ServerBusy, full),
        // Whether it was kept, only the disk knows: Azure says as much with a 500.
        SqliteException broken => Refused(Refusal.InternalError, broken),
        // A further connection to a file that was opened before: too many files are open, or it was taken away.
        StoreFileException { InnerException: SqliteException broken } => Refused(Refusal.InternalError, broken),
        AggregateException several => Of(several.InnerExceptions[0]),
        _ => failure,
    };

    private static RefusedException Refused(Refusal refusal, SqliteException failure) => new(refusal with { Message = $"{refusal.Message} ({failure.Message})" });
}
