namespace FollowUp.Tables;

/// <summary>A folder in which tables or letters are to be kept.</summary>
public static class StoreFolder
{
    /// <summary>Makes it where there is none, and writes something there to see that it can be done.</summary>
    /// <param name="setBy">What names another one: an option or a setting.</param>
    /// <exception cref="StoreFileException">It is no folder, or nobody can write there.</exception>
    public static void Demand(string folder, string setBy)
    {
        if (File.Exists(folder))
        {
            throw new StoreFileException($"{folder} is a file, not a folder. Name a folder with {setBy}.");
        }

        string probe = Path.Combine(folder, $".{Environment.ProcessId}.probe");
        try
        {
            _ = Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "FollowUp can write here.");
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException(
                $"The folder {folder} cannot be written: {DiskTrouble.Words(failure)}. "
                + $"Mend that, or name another folder with {setBy}.", failure);
        }
    }
}
