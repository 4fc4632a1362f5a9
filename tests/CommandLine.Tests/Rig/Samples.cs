using System.Runtime.CompilerServices;

namespace FollowUp.CommandLine.Tests.Rig;

/// <summary>The files of the demo, and others that a test writes for itself.</summary>
internal static class Samples
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    public static string Register { get; } = Path.Combine(Root, "samples", "2019-11-21-beijing.json");

    public static string Cast { get; } = Path.Combine(Root, "samples", "2019-11-21-beijing.cast.json");

    public static string Small { get; } = Path.Combine(Root, "samples", "small.json");

    /// <returns>Its path, in a folder of its own.</returns>
    public static string Write(string name, string content)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("followup-").FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
