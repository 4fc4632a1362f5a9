using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>Copies the store as it is at one moment, without blocking writers (VACUUM INTO).</summary>
internal static class BackupCopy
{
    /// <summary>Written under another name, flushed and renamed: the copy is whole and on the disk, or not there.</summary>
    /// <exception cref="StoreFileException">It cannot be read, or not be written there.</exception>
    public static void Write(string file, string copy)
    {
        string partly = copy + ".part";
        try
        {
            File.Delete(partly);
            VacuumInto(file, partly);
            using (FileStream written = new(partly, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(partly, copy, overwrite: false);
        }
        catch (SqliteException failure) when (SqliteErrors.IsDamage(failure))
        {
            throw SqliteErrors.Explain(file, failure);
        }
        catch (SqliteException failure)
        {
            throw new StoreFileException(
                $"{copy} cannot be written ({failure.Message.TrimEnd('.')}). Make room there, or name another file.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException($"{copy} cannot be written: {DiskTrouble.Words(failure)}. Name another file.", failure);
        }
        finally
        {
            if (File.Exists(partly))
            {
                File.Delete(partly);
            }
        }
    }

    private static void VacuumInto(string file, string partly)
    {
        using SqliteConnection connection = Connections.ForCopying(file);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.CommandTimeout = 0;
        _ = command.Parameters.AddWithValue("$copy", partly);
        _ = command.ExecuteNonQuery();
    }
}
