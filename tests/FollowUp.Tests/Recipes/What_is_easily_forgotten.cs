using System.Text.RegularExpressions;
using FollowUp.Journal;
using FollowUp.Plans;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Style;

namespace FollowUp.Tests.Recipes;

/// <summary>What a verb, a ladder or a role needs beside its code, and no compiler asks for.</summary>
public sealed partial class What_is_easily_forgotten
{
    private const string Item = "api/agreements/{agreement}/items/{item}/";

    /// <summary>A notice is told by its rung; for all else there is a word.</summary>
    [Fact]
    public void is_the_pages_word_for_what_happened() =>
        Constants(typeof(EventNames)).Except([EventNames.Notice]).Except(WordsFor("event")).Should().BeEmpty();

    [Fact]
    public void is_the_pages_word_for_a_ladder() =>
        Enum.GetValues<LadderName>().Select(ladder => ladder.Word()).Except(WordsFor("ladder")).Should().BeEmpty();

    /// <summary>Whoever changes a plan on the board chooses among all that it may have.</summary>
    [Fact]
    public void is_a_ladder_that_a_plan_can_be_given_on_the_page()
    {
        string offered = Repository.Text("functions/FollowUp/Board/page/plans/ladders.js");
        Enum.GetValues<LadderName>().Where(ladder => ladder.IsForPlans()).Select(ladder => ladder.Word())
            .Where(word => !offered.Contains($"'{word}'", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void is_the_pages_word_for_a_role() =>
        Constants(typeof(Role)).Except([Role.Expected]).Except(WordsFor("role")).Should().BeEmpty();

    [Fact]
    public void is_the_designs_word_for_a_ladder()
    {
        string design = Repository.Text("docs/design.md");
        Enum.GetValues<LadderName>().Select(ladder => ladder.Word())
            .Where(word => !Regex.IsMatch(design, $@"(\| |· |`){word}( ·| \||`)")).Should().BeEmpty();
    }

    [Fact]
    public void is_a_call_in_the_design()
    {
        string design = Repository.Text("docs/design.md");
        string calls = design[design.IndexOf("## 6. HTTP", StringComparison.Ordinal)..];
        Trigger.All.Select(trigger => trigger.Route).Where(route => route.StartsWith("api/", StringComparison.Ordinal))
            .Where(route => !calls.Contains(LastWord(route), StringComparison.Ordinal)).Should().BeEmpty();
    }

    /// <summary>README says that every call of an item's life is there.</summary>
    [Fact]
    public void is_a_verb_in_the_walkthrough()
    {
        string walkthrough = Repository.Text("docs/walkthrough.http");
        Trigger.All.Where(trigger => trigger.Route.StartsWith(Item, StringComparison.Ordinal))
            .SelectMany(trigger => trigger.Methods.Except(["HEAD"]).Select(method => $"{method} {trigger.Route[Item.Length..]}"))
            .Where(call => !Regex.IsMatch(walkthrough, PatternOf(call), RegexOptions.Multiline))
            .Should().BeEmpty();
    }

    private static string PatternOf(string call) =>
        $"^{Open().Replace(call, @"[\w-]+").Replace(" ", @" \S+/items/[\w-]+/", StringComparison.Ordinal)}(\\?\\S+)?$";

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>In English, whose keys all other languages have.</summary>
    private static HashSet<string> WordsFor(string what) =>
    [
        .. Repository.Find(Key(), Repository.Files.Where(file => file.Contains("/words/en/", StringComparison.Ordinal)))
            .Where(key => key.Match.Groups[1].Value == what).Select(key => key.Match.Groups[2].Value),
    ];

    private static string LastWord(string route) => route.Split('/').Last(part => !part.StartsWith('{'));

    [GeneratedRegex(@"^\s*'(\w+)\.([\w-]+)':", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Open();
}
