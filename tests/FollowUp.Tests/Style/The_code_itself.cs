using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FollowUp.Tests.Style;

/// <summary>Habit 23: style is a test. And so are the arrows of design §1.</summary>
public sealed partial class The_code_itself
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Functions and what only they need; the rest of Following is pure.</summary>
    private static readonly string[] FollowingFunctions =
        ["Advance", "Clocks", "DeliverPost", "EndedClocks", "FollowItem", "FollowingLog", "MarkPost", "Patience", "PostClocks", "Rearming", "SendLetter", "Sweep", "Tidy"];

    private static readonly string[] PureFolders = ["Agreements", "Items", "Plans", "Calendars", "People", "Journal", "Registers", "Values", "Notices", "Following"];

    [Fact]
    public void has_files_of_at_most_250_lines() => NoFile(Sources(), file => File.ReadLines(file).Count() > 250);

    [Fact]
    public void names_files_after_what_is_in_them() =>
        NoFile(Sources(), file => Drawer().IsMatch(Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void has_one_version_and_no_promises() =>
        NoFile(Sources(), file => Words(file).Any(text => Conditional().IsMatch(text) || text.Contains("TO" + "DO", StringComparison.Ordinal) || text.Contains("FIX" + "ME", StringComparison.Ordinal)));

    [Fact]
    public void keeps_Azure_and_the_clock_out_of_the_pure_folders() =>
        NoFile(Pure(), file => Words(file).Any(text => text.Contains("using Azure", StringComparison.Ordinal)
            || text.Contains("Microsoft.Azure", StringComparison.Ordinal)
            || text.Contains("Microsoft.DurableTask", StringComparison.Ordinal)
            || text.Contains("TimeProvider", StringComparison.Ordinal)));

    [Fact]
    public void lets_arrows_point_one_way()
    {
        NoFile(Pure(), file => Names(file, @"FollowUp\.(Storage|Http|Board)"));
        NoFile(App("Storage"), file => Names(file, @"FollowUp\.Http"));
        NoFile(App(""), file => Names(file, @"FollowUp\.LocalHost"));
        NoFile(Under("functions/LocalHost"), file => Names(file, @"FollowUp\.(Agreements|Items|Plans|Calendars|People|Following|Journal|Registers|Values|Notices|Storage|Http|Board)"));
        NoFile(Under("functions/LocalHost/Engine"), file => Names(file, @"System\.Net\.Http|Microsoft\.AspNetCore|FollowUp\.LocalHost\.Hosting"));
    }

    [Fact]
    public void says_status_codes_only_at_its_edges() =>
        NoFile(App("").Except(App("Storage")).Except(App("Http")), file => Words(file).Any(text => StatusCode().IsMatch(text)));

    [Fact]
    public void is_where_this_test_looks()
    {
        App("").Should().HaveCountGreaterThan(50);
        Pure().Should().Contain(file => file.EndsWith("Following/Timetable.cs", StringComparison.Ordinal));
        FollowingFunctions.Should().OnlyContain(name => File.Exists(Path.Combine(Root, $"functions/FollowUp/Following/{name}.cs")));
    }

    private static IEnumerable<string> Sources() => Under("functions").Concat(Under("tests"));

    private static IEnumerable<string> Pure() =>
        PureFolders.SelectMany(App).Where(file => !file.Contains("/Following/", StringComparison.Ordinal) || !FollowingFunctions.Contains(Path.GetFileNameWithoutExtension(file)));

    private static IEnumerable<string> App(string folder) => Under(Path.Combine("functions/FollowUp", folder));

    private static IEnumerable<string> Under(string folder)
    {
        string path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Select(file => file.Replace('\\', '/')).Where(file => !Made().IsMatch(file))
            : [];
    }

    private static IEnumerable<string> Words(string file) => File.ReadLines(file);

    private static bool Names(string file, string pattern) => Regex.IsMatch(File.ReadAllText(file), $@"\b({pattern})\b");

    private static void NoFile(IEnumerable<string> files, Func<string, bool> isWrong) =>
        files.Where(isWrong).Select(file => Path.GetRelativePath(Root, file)).Should().BeEmpty();

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex("Util|Helper|Manager|Common|Base|Misc")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*#\s*(if|elif|region)\b")]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\b(404|409|412)\b")]
    private static partial Regex StatusCode();

    [GeneratedRegex("/(obj|bin|artifacts|node_modules)/")]
    private static partial Regex Made();
}
