using System.Reflection;

namespace FollowUp.Start;

/// <summary>
/// What <c>./start --help</c> says: a file, so that the script can say it before anything is built.
/// </summary>
internal static class Usage
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("usage.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().TrimEnd();
    }
}
