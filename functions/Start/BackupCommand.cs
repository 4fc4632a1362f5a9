using FollowUp.Tables;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary><c>./start backup FILE</c>: a copy of the store, whether it is in use or not.</summary>
internal static class BackupCommand
{
    /// <exception cref="StoreFileException">There is nothing to copy, or something at the place of the copy.</exception>
    public static int Run(Options options, string copy, IAnsiConsole console)
    {
        string file = Store.FileIn(options.Folder);
        SqliteTables.Backup(file, copy);
        console.MarkupLineInterpolated($"{file} as it is now is in {copy}.");
        return 0;
    }
}
