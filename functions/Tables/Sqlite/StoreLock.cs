namespace FollowUp.Tables.Sqlite;

/// <summary>
/// Keeps other processes from using the store's file. The operating system releases it when the process ends, however it ends.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly string file;
    private readonly FileStream name;
    private FileStream? content;

    /// <exception cref="StoreFileException">Another process has the file, or nothing can be written beside it.</exception>
    public StoreLock(string file)
    {
        this.file = file;
        name = LockName(file);
    }

    /// <summary>
    /// The file itself as well, once it is there: under another name (a link, hard or symbolic) SQLite would keep another log, and both
    /// would be lost. On Windows nothing but SQLite may hold it.
    /// </summary>
    /// <exception cref="StoreFileException">Another process has it under another name.</exception>
    public void LockContent()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            content = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (DiskTrouble.IsInUse(failure))
        {
            throw new StoreFileException(
                $"{file} is in use by another process under another name, by a link. End that one, or copy the file instead of linking it.",
                failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // SQLite is about to find the same, and its reason is the one that is told.
        }
    }

    /// <summary>After SQLite has closed: on Linux, whoever closes a file loses SQLite's own locks on it.</summary>
    public void Dispose()
    {
        content?.Dispose();
        name.Dispose();
    }

    private static FileStream LockName(string file)
    {
        StoreFolder.Demand(Path.GetDirectoryName(file)!, "--data");
        try
        {
            return new(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (DiskTrouble.IsInUse(failure))
        {
            throw new StoreFileException(
                $"{file} is in use by another process. End that one, or name another folder with --data.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException(
                $"{file}.lock cannot be written: {DiskTrouble.Words(failure)}. Mend that, or name another folder with --data.", failure);
        }
    }
}
