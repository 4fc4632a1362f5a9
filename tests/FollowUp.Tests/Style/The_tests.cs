using System.Text.RegularExpressions;
using FollowUp.Items;
using FollowUp.Tests.Style.Rig;

namespace FollowUp.Tests.Style;

/// <summary>
/// Whoever has a type finds its tests in the folder of the same name, and whoever has a test class finds in its summary what it tests.
/// Stories are told of whole lives and say so.
/// </summary>
public sealed partial class The_tests
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "FollowUp.Tests");

    /// <summary>Types with code of their own that no class names, each with what shows it all the same. May only get fewer.</summary>
    private static readonly Dictionary<string, string> Unnamed = [];

    /// <summary>Below these folders lie no tests of one type: lives, rules of style, and what other tests stand on.</summary>
    private static readonly string[] Apart = ["Recipes/", "Stories/", "Style/", "Rig/", "obj/", "bin/"];

    private static readonly Dictionary<string, string> Classes = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText)
        .Where(file => Test().IsMatch(file.Value)).ToDictionary();

    public static TheoryData<string> OfOneType =>
        [.. Classes.Keys.Where(file => !Apart.Any(folder => $"/{file}".Contains($"/{folder}", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(OfOneType))]
    public void say_what_they_test(string file) =>
        Summary(Classes[file])
            .Should().MatchRegex("<see cref=\"|The script itself", "whoever looks for the tests of a type looks for that");

    [Fact]
    public void that_tell_a_life_say_whose() =>
        Classes.Keys.Where(file => file.StartsWith("Stories/", StringComparison.Ordinal)).Where(file => Summary(Classes[file]) == "")
            .Should().BeEmpty();

    [Fact]
    public void have_names_of_their_own() =>
        Classes.Keys.GroupBy(Path.GetFileName).Where(name => name.Count() > 1).SelectMany(name => name).Should().BeEmpty();

    [Fact]
    public void lie_where_the_types_lie_that_they_are_about()
    {
        ILookup<string, string> types = Types().ToLookup(type => type.FromFolder, type => type.From);
        string.Join('\n', OfOneType.Select(row => row.Data)
            .Where(file => file.Contains('/', StringComparison.Ordinal) && file != "Start/What_start_builds.cs")
            .Where(file => !types[$"FollowUp.{Path.GetDirectoryName(file)!.Replace('/', '.')}"]
                .Any(type => Names(Summary(Classes[file]), type))))
            .Should().BeEmpty("each of these should name a type of the folder that it is in");
    }

    [Fact]
    public void name_every_type_that_has_code_of_its_own() =>
        string.Join('\n', Nameless().Except(Unnamed.Keys))
            .Should().BeEmpty("of each of these a test class says in its summary that it tests it");

    [Fact]
    public void name_no_type_that_is_said_to_be_unnamed() => Unnamed.Keys.Except(Nameless()).Should().BeEmpty();

    private static IEnumerable<string> Nameless()
    {
        string[] summaries = [.. Classes.Values.Select(Summary)];
        return WithCode().Where(type => !summaries.Any(summary => Names(summary, type)));
    }

    private static bool Names(string summary, string type) =>
        Regex.IsMatch(summary, $@"cref=""{Regex.Escape(type[(type.LastIndexOf('.') + 1)..].Split('`')[0])}[""{{.]");

    private static IEnumerable<string> WithCode() =>
        new[] { typeof(AgreedItem), typeof(FollowUpServices) }.SelectMany(one => new CompiledCode(one).WithCode)
            .Where(type => type.StartsWith("FollowUp.", StringComparison.Ordinal));

    private static IEnumerable<Arrow> Types() =>
        new[] { typeof(AgreedItem), typeof(FollowUpServices), typeof(FollowUp.Start.Usage) }.SelectMany(one => new CompiledCode(one).Arrows)
            .DistinctBy(arrow => arrow.From);

    /// <summary>What stands above the first class of the file, which it is named after.</summary>
    private static string Summary(string source) => Above().Match(source).Groups[1].Value;

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex Test();

    [GeneratedRegex(@"((?:^///[^\n]*\n)*)(?:^\[[^\n]*\n)*^public sealed (?:partial )?class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Above();
}
