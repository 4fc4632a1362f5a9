using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>How a file comes to be, and what is looked at before one that is there is gone on with.</summary>
internal static class Beginning
{
    /// <summary>What is read in about a second. In a larger file, damage is found by whoever reads it: nobody should wait for minutes to see the board.</summary>
    private const long LookedThroughMax = 256L * 1024 * 1024;

    /// <summary>Under its own name there is never an empty file or half of one, however the process ends.</summary>
    /// <exception cref="StoreFileException">It cannot be made.</exception>
    public static void Make(string file)
    {
        if (File.Exists(file + "-wal") && new FileInfo(file + "-wal").Length > 0)
        {
            throw new StoreFileException($"{file} is gone, and its last changes are still in {file}-wal. Put the file back, or remove {file}-wal to begin with nothing.");
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
            throw Diagnosis.Of(file, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException($"{file} cannot be made: {DiskTrouble.Words(failure)}. Mend that, or name another folder with --data.", failure);
        }
    }

    /// <exception cref="StoreFileException">There is nothing in it, where there was something; or it is no file.</exception>
    public static void DemandContent(string file)
    {
        if (Directory.Exists(file))
        {
            throw new StoreFileException($"{file} is a folder, and the tables need a file there. Move it away, or name another folder with --data.");
        }

        if (new FileInfo(file).Length == 0)
        {
            throw new StoreFileException($"{file} is empty: what was in it is lost. Put back a backup, or remove the file to begin with nothing.");
        }
    }

    /// <summary>That the pages hold together, and that each row is one.</summary>
    /// <exception cref="StoreFileException">Some do not.</exception>
    public static void LookThrough(SqliteConnection connection, string file)
    {
        if (new FileInfo(file).Length > LookedThroughMax)
        {
            return;
        }

        if (Schema.Ask<string>(connection, "PRAGMA quick_check(1)") != "ok")
        {
            throw Diagnosis.Damaged(file, "its pages do not hold together");
        }

        if (Schema.Ask<long>(connection, "SELECT EXISTS (SELECT 1 FROM rows WHERE NOT json_valid(CAST(properties AS TEXT)))") != 0)
        {
            throw Diagnosis.Damaged(file, "some rows cannot be read");
        }
    }
}
