using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>Creates the store's file, and checks one that exists before it is used.</summary>
internal static class StoreFileCheck
{
    /// <summary>
    /// Read in about a second. In a larger file damage is found when a damaged page is read: the board should not wait for minutes.
    /// </summary>
    private const long CheckedMax = 256L * 1024 * 1024;

    /// <summary>Written under another name and renamed, so that a crash leaves no empty or half-written file.</summary>
    /// <exception cref="StoreFileException">It cannot be made.</exception>
    public static void Create(string file)
    {
        if (File.Exists(file + "-wal") && new FileInfo(file + "-wal").Length > 0)
        {
            throw new StoreFileException(
                $"{file} is gone, and its last changes are still in {file}-wal. "
                + $"Put the file back, or remove {file}-wal to begin with nothing.");
        }

        string partly = file + ".new";
        try
        {
            File.Delete(partly);
            File.Delete(partly + "-journal");
            using (SqliteConnection connection = Connections.ForMaking(partly))
            {
                Schema.Ensure(connection, file);
            }

            File.Move(partly, file);
        }
        catch (SqliteException failure)
        {
            throw SqliteErrors.Explain(file, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException(
                $"{file} cannot be made: {DiskTrouble.Words(failure)}. Mend that, or name another folder with --data.", failure);
        }
    }

    /// <exception cref="StoreFileException">There is nothing in it, where there was something; or it is no file.</exception>
    public static void DemandContent(string file)
    {
        if (Directory.Exists(file))
        {
            throw new StoreFileException(
                $"{file} is a folder, and the tables need a file there. Move it away, or name another folder with --data.");
        }

        if (new FileInfo(file).Length == 0)
        {
            throw new StoreFileException(
                $"{file} is empty: what was in it is lost. Put back a backup, or remove the file to begin with nothing.");
        }
    }

    /// <summary>That the pages hold together, and that each row is one.</summary>
    /// <exception cref="StoreFileException">Some do not.</exception>
    public static void CheckIntegrity(SqliteConnection connection, string file)
    {
        if (new FileInfo(file).Length > CheckedMax)
        {
            return;
        }

        if (Schema.QueryScalar<string>(connection, "PRAGMA quick_check(1)") != "ok")
        {
            throw SqliteErrors.Damaged(file, "its pages do not hold together");
        }

        if (Schema.QueryScalar<long>(connection, "SELECT EXISTS (SELECT 1 FROM rows WHERE NOT json_valid(CAST(properties AS TEXT)))") != 0)
        {
            throw SqliteErrors.Damaged(file, "some rows cannot be read");
        }
    }
}
