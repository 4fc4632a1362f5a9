namespace FollowUp.Tests;

/// <summary>The checkout that these tests were built in.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "FollowUp.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
