namespace FollowUp.RealWorker.Rig;

/// <summary>Where the app was built, packed as Azure gets it: beside these tests, of the same configuration.</summary>
internal static class WorkerFolder
{
    public static string Path { get; } =
        System.IO.Path.GetFullPath(
            System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "Worker", new DirectoryInfo(AppContext.BaseDirectory).Name));

    public static string App { get; } = System.IO.Path.Combine(Path, "FollowUp.Worker.dll");
}
