using FollowUp.Tables;

namespace FollowUp.TableService.Tests.Rig;

/// <summary>Files for tests, each in a folder of its own; all are gone when the tests are.</summary>
internal static class StoreFiles
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("followup-tables-").FullName;
    private static int made;

    static StoreFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    public static string New() => Path.Combine(Folder, $"{Interlocked.Increment(ref made)}", "followup.db");

    public static SqliteTables Tables() => new(New(), TimeProvider.System);
}
