using System.Text.RegularExpressions;

namespace FollowUp.Tests.Style;

/// <summary>A page that leads to a file that was moved or renamed since is found by this, and not by whoever needs it.</summary>
public sealed partial class What_a_page_names
{
    private static readonly HashSet<string> Names = [.. Repository.Files.Select(file => Path.GetFileName(file)!)];

    private static readonly string[] Guides = ["docs/architecture.md", "docs/recipes.md", "CONTRIBUTING.md"];

    [Fact]
    public void by_a_link_is_there() =>
        Named(Link()).Where(link => !Repository.Has(Path.Combine(link.Folder, link.Match.Groups[1].Value))).Should().BeEmpty();

    [Fact]
    public void by_its_path_is_there() => Named(Place()).Where(place => !Repository.Has(place.Match.Groups[1].Value)).Should().BeEmpty();

    [Fact]
    public void by_its_name_is_there() => Named(Source()).Where(source => !Names.Contains(source.Match.Groups[1].Value)).Should().BeEmpty();

    /// <summary>On the pages that lead into the code: a type or a member, in backticks.</summary>
    [Fact]
    public void by_its_name_in_the_code_is_there()
    {
        HashSet<string> words = [.. Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(WordsOf)];
        Repository.Find(Member(), Guides).Where(name => !name.Match.Groups[1].Value.Split('.').All(words.Contains)).Should().BeEmpty();
    }

    [Fact]
    public void is_found_by_these_tests()
    {
        Named(Link()).Should().HaveCountGreaterThan(15);
        Named(Place()).Should().HaveCountGreaterThan(15);
        Named(Source()).Should().HaveCountGreaterThan(15);
        Repository.Find(Member(), Guides).Should().HaveCountGreaterThan(15);
    }

    private static IEnumerable<Cited> Named(Regex what) => Repository.Find(what, Repository.Pages);

    private static IEnumerable<string> WordsOf(string file) => Word().Matches(Repository.Text(file)).Select(word => word.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"`([A-Z]\w+(?:\.[A-Z]\w+)*)`")]
    private static partial Regex Member();

    /// <summary>To a file: not to another site, nor within the page.</summary>
    [GeneratedRegex(@"\]\((?!\w+:)([^)#\s]+)[^)\s]*\)")]
    private static partial Regex Link();

    /// <summary>A file or a folder, whole: nothing is left open.</summary>
    [GeneratedRegex(@"`((?:functions|tests|docs|infra|samples|\.github|\.vscode)/[\w./-]*\w/?)`")]
    private static partial Regex Place();

    /// <summary>A file of code, with or without some of the folders that it lies in.</summary>
    [GeneratedRegex(@"`(?:[\w./-]*/)?([\w.-]+\.(?:cs|js|hbs|css))`")]
    private static partial Regex Source();
}
