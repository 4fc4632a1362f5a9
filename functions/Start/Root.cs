namespace FollowUp.Start;

/// <summary>The folder of the checkout this was built in: where the samples and Azurite are.</summary>
internal static class Root
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static string Sample => Path.Combine(Folder, "samples/2019-11-21-beijing.json");

    public static string SampleCast => Path.Combine(Folder, "samples/2019-11-21-beijing.cast.json");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "FollowUp.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("FollowUp.Start runs from within a checkout."));
}
