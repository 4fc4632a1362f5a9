using System.Text.RegularExpressions;

namespace FollowUp.Tests.Style;

/// <summary>Whoever follows a reference from the code or from a page finds what it names in the repository.</summary>
public sealed partial class What_is_cited
{
    private const string Design = "docs/design.md";

    /// <summary>But for these tests, which name what is not to be.</summary>
    private static readonly string[] Files =
        [.. Repository.Files.Where(file => Path.GetFileNameWithoutExtension(file) != nameof(What_is_cited))];

    private static readonly string[] Laws = [.. Entries().Matches(Between("## 2. Laws", "## 3.")).Select(entry => entry.Groups[1].Value)];

    private static readonly string[] Sections = [.. Headings().Matches(Repository.Text(Design)).Select(heading => heading.Groups[1].Value)];

    [Fact]
    public void as_a_law_is_one_of_the_twenty()
    {
        Laws.Should().Equal(Enumerable.Range(1, 20).Select(n => $"{n}"));
        Cited(Law()).Where(cited => Number().Matches(cited.Match.Value).Any(number => !Laws.Contains(number.Value))).Should().BeEmpty();
    }

    /// <summary>A number alone says nothing: a section is one of the design, by its path, or of an RFC.</summary>
    [Fact]
    public void as_a_section_is_one_of_the_design() =>
        Cited(Section()).Where(cited => !cited.Line.Contains("RFC", StringComparison.Ordinal) && !IsOfTheDesign(cited)).Should().BeEmpty();

    [Fact]
    public void as_a_page_is_there() => Cited(Page()).Where(cited => !Repository.Has(cited.Match.Value)).Should().BeEmpty();

    /// <summary>Numbered rows and habits of texts that only somebody else has.</summary>
    [Fact]
    public void is_in_the_repository() => Cited(Elsewhere()).Should().BeEmpty();

    [Fact]
    public void is_found_by_these_tests()
    {
        Law().Match("Laws 1, 3 and 16: said").Value.Should().Be("Laws 1, 3 and 16");
        Cited(Law()).Should().HaveCountGreaterThan(200);
        Cited(Section()).Should().HaveCountGreaterThan(10);
        Cited(Page()).Should().HaveCountGreaterThan(10);
        Elsewhere().IsMatch("Habit 25: it survives").Should().BeTrue();
    }

    private static IEnumerable<Cited> Cited(Regex what) => Repository.Find(what, Files);

    private static bool IsOfTheDesign(Cited cited) =>
        Sections.Contains(cited.Match.Groups[1].Value)
        && (cited.File == Design || cited.Line.Contains($"{Design} §", StringComparison.Ordinal));

    private static string Between(string from, string to)
    {
        string design = Repository.Text(Design);
        return design[design.IndexOf(from, StringComparison.Ordinal)..design.IndexOf(to, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"\b[Ll]aws? \d+((, | and | to |, and )\d+)*\b")]
    private static partial Regex Law();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d+)\. \*\*", RegexOptions.Multiline)]
    private static partial Regex Entries();

    [GeneratedRegex(@"^## (\d+)\.", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"§+ ?(\w*)")]
    private static partial Regex Section();

    [GeneratedRegex(@"\bdocs/[\w./-]+\.(md|http)\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"\bHabit \d|\b[Ff]ield, row|\b(facts|style|house)\.md\b|\bshared/|\b[Dd]esign,? §")]
    private static partial Regex Elsewhere();
}
