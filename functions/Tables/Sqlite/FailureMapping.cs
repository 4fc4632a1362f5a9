using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>
/// Maps SQLite's failures to refusals in the manner of Azure. Each has a code of its own, so that callers can say what is wrong; the client
/// library tries again after a 500 or 503, and after nothing else.
/// </summary>
internal static class FailureMapping
{
    public static Exception ToServiceError(Exception failure) => failure switch
    {
        SqliteException broken => Refused(Named(broken.SqliteErrorCode), broken),
        // A further connection to a file that was opened before.
        StoreFileException { InnerException: SqliteException broken } => Refused(Named(broken.SqliteErrorCode), broken),
        AggregateException several => ToServiceError(several.InnerExceptions[0]),
        _ => failure,
    };

    private static Refusal Named(int code) => code switch
    {
        raw.SQLITE_FULL => Refusal.StoreFull,
        raw.SQLITE_BUSY or raw.SQLITE_NOMEM => Refusal.ServerBusy,
        raw.SQLITE_READONLY or raw.SQLITE_PERM => Refusal.StoreReadOnly,
        raw.SQLITE_IOERR => Refusal.StoreFailing,
        raw.SQLITE_CANTOPEN => Refusal.StoreUnopened,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Refusal.StoreDamaged,
        // It may or may not have been committed: Azure answers 500 then.
        _ => Refusal.InternalError,
    };

    private static RefusedException Refused(Refusal refusal, SqliteException failure) =>
        new(refusal with { Message = $"{refusal.Message} ({failure.Message})" });
}
