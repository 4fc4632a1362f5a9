using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FollowUp.Tests.Style;

/// <summary>The files of this repository as somebody who reads it has them: without what was built or installed.</summary>
internal static partial class Repository
{
    private static readonly string[] Folders = ["functions", "tests", "docs", "infra"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Code and pages: whatever may cite something. Their paths from the top, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root, "*.md"))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => Written().IsMatch(file) && !Made().IsMatch(file))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Pages { get; } = [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Whether there is such a file or folder, seen from the top.</summary>
    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Whatever of a kind is written in these files, and where.</summary>
    public static IEnumerable<Cited> Find(Regex what, IEnumerable<string> files) =>
        from file in files
        from line in Text(file).Split('\n').Index()
        from match in what.Matches(line.Item)
        select new Cited(file, line.Index + 1, line.Item, match);

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex(@"\.(cs|js|mjs|css|hbs|md|http|bicep|csproj)$|/(run|demo)$")]
    private static partial Regex Written();

    [GeneratedRegex("(^|/)(obj|bin|artifacts|node_modules)/")]
    private static partial Regex Made();
}

/// <summary>Something that a file names, in one of its lines.</summary>
internal sealed record Cited(string File, int Number, string Line, Match Match)
{
    public string Folder => Path.GetDirectoryName(File)!;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Number}: {Match.Value}");
}
