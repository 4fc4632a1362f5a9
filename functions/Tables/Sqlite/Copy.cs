using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>A copy of the store as it is at one moment; whoever writes meanwhile is not held up.</summary>
internal static class Copy
{
    /// <summary>Under its own name there is the whole copy, on the disk, or nothing.</summary>
    /// <exception cref="StoreFileException">It cannot be read, or not be written there.</exception>
    public static void Make(string file, string copy)
    {
        string partly = copy + ".part";
        try
        {
            File.Delete(partly);
            Write(file, partly);
            using (FileStream written = new(partly, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(partly, copy, overwrite: false);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException($"{copy} cannot be written: {failure.Message}", failure);
        }
    }

    private static void Write(string file, string partly)
    {
        using SqliteConnection connection = Connections.ForCopying(file);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.CommandTimeout = 0;
        _ = command.Parameters.AddWithValue("$copy", partly);
        _ = command.ExecuteNonQuery();
    }
}
