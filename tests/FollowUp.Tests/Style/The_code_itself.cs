using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FollowUp.Tests.Style;

/// <summary>Style is a test. What the compiled code shows is in <see cref="The_folders"/>.</summary>
public sealed partial class The_code_itself
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    [Fact]
    public void has_files_of_at_most_250_lines() => NoFile(Sources(), file => File.ReadLines(file).Count() > 250);

    /// <summary>
    /// A story told as a log, or a text as it is sent, is as long as it is: what stands in a raw text does not count, nor a line that is
    /// one text and nothing else.
    /// </summary>
    [Fact]
    public void has_lines_of_at_most_140_characters() =>
        NoFile(Sources(), file => Code(file).Any(line => line.Length > 140 && !OneText().IsMatch(line)));

    [Fact]
    public void names_files_after_what_is_in_them() =>
        NoFile(Sources(), file => Drawer().IsMatch(Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void has_one_version_and_no_promises() =>
        NoFile(Sources(),
            file => Words(file)
                .Any(text => Conditional().IsMatch(text) || text.Contains("TO" + "DO", StringComparison.Ordinal)
                    || text.Contains("FIX" + "ME", StringComparison.Ordinal)));

    [Fact]
    public void says_status_codes_only_at_its_edges() =>
        NoFile(App("").Except(App("Storage")).Except(App("Http")), file => Words(file).Any(text => StatusCode().IsMatch(text)));

    /// <summary>Whoever is woken by a number finds one sentence for it.</summary>
    [Fact]
    public void numbers_each_thing_that_it_logs_once() =>
        string.Join('\n', Under("functions").SelectMany(file => EventNumber().Matches(File.ReadAllText(file)))
            .GroupBy(number => number.Groups["number"].Value).Where(same => same.Count() > 1).Select(same => same.Key))
            .Should().BeEmpty("each number of a log event stands once in functions");

    [Fact]
    public void is_where_this_test_looks()
    {
        App("").Should().HaveCountGreaterThan(50);
        App("Scheduling").SelectMany(file => EventNumber().Matches(File.ReadAllText(file))).Should().HaveCountGreaterThan(5);
        Under("functions/Core").Should().Contain(file => file.EndsWith("Timetables/Timetable.cs", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources() => Under("functions").Concat(Under("tests"));

    private static IEnumerable<string> App(string folder) => Under(Path.Combine("functions/FollowUp", folder));

    private static IEnumerable<string> Under(string folder)
    {
        string path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Select(file => file.Replace('\\', '/'))
            .Where(file => !Made().IsMatch(file))
            : [];
    }

    private static IEnumerable<string> Code(string file)
    {
        bool isText = false;
        foreach (string line in File.ReadLines(file))
        {
            if (!isText && !line.Contains("\"\"\"", StringComparison.Ordinal))
            {
                yield return line;
            }

            isText ^= line.Split("\"\"\"").Length % 2 == 0;
        }
    }

    private static IEnumerable<string> Words(string file) => File.ReadLines(file);

    private static void NoFile(IEnumerable<string> files, Func<string, bool> isWrong) =>
        files.Where(isWrong).Select(file => Path.GetRelativePath(Root, file)).Should().BeEmpty();

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex(@"LoggerMessage\(\s*(?:EventId\s*=\s*)?(?<number>\d+)")]
    private static partial Regex EventNumber();

    [GeneratedRegex("Util|Helper|Manager|Common|Base|Misc(?!o)")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*#\s*(if|elif|region)\b")]
    private static partial Regex Conditional();

    [GeneratedRegex("""^\s*(?:\S+ )?[$@]{0,2}"(?:[^"\\{]|\\.|\{[^}]*\})*"[^"]{0,8}$""")]
    private static partial Regex OneText();

    [GeneratedRegex(@"\b(404|409|412)\b")]
    private static partial Regex StatusCode();

    [GeneratedRegex("/(obj|bin|artifacts|node_modules)/")]
    private static partial Regex Made();
}
