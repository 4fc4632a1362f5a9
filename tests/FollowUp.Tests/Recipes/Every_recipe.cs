using System.Text.RegularExpressions;
using FollowUp.Tests.Style;

namespace FollowUp.Tests.Recipes;

/// <summary>
/// Each recipe of docs/recipes.md says which files, what stays, and which tests. That the files are there, <see cref="What_a_page_names"/>
/// sees to.
/// </summary>
public sealed partial class Every_recipe
{
    private static readonly string[] Recipes = Heading().Split(Repository.Text("docs/recipes.md"))[1..];

    private static readonly HashSet<string> Tests =
    [
        .. Repository.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)!),
    ];

    [Theory]
    [InlineData("A verb")]
    [InlineData("A role")]
    [InlineData("A ladder")]
    [InlineData("A channel")]
    [InlineData("A language")]
    [InlineData("A column on the board")]
    [InlineData("A setting")]
    [InlineData("A kind of row")]
    public void is_there_and_has_its_parts(string name)
    {
        string recipe = Recipes.Should().ContainSingle(one => one.StartsWith(name + "\n", StringComparison.Ordinal)).Subject;

        Step().Count(recipe).Should().BeGreaterThan(1, "it is a list of files, in order");
        recipe.Should().ContainAll("\n**Stays:**", "\n**Tests to write:**", "\n**What fails if something is forgotten:**");
    }

    [Fact]
    public void names_tests_that_are_there() =>
        Recipes.SelectMany(recipe => Sentence().Matches(recipe)).Select(test => test.Groups[1].Value).Except(Tests).Should().BeEmpty();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\d+\. .*`", RegexOptions.Multiline)]
    private static partial Regex Step();

    /// <summary>A test's class is called by the beginning of a sentence.</summary>
    [GeneratedRegex(@"`([A-Z][a-z]*(?:_\w+)+)`")]
    private static partial Regex Sentence();
}
