using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Agreements;
using FollowUp.Letters;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Tests.Parsing.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.People;

/// <summary>
/// A name is one text for everybody, or a text for each language, and readers meet it in theirs. Tests <see cref="Person"/>,
/// <see cref="PersonParser"/> and <see cref="LetterComposer"/>.
/// </summary>
public sealed class Somebody_with_names_by_language
{
    private static readonly Person Law = Sample.Person("ana") with
    {
        Name = "Law desk",
        Names = new() { En = "Law desk", Zh = "法规处" },
    };

    [Theory]
    [InlineData("en", "Law desk")]
    [InlineData("zh", "法规处")]
    [InlineData("ru", "Law desk")]
    public void is_called_as_the_reader_knows_them_or_as_anybody_does(string language, string name) =>
        Law.NameIn(language).Should().Be(name);

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void is_called_by_their_one_name_where_there_is_one(string language) => Sample.Person("ana").NameIn(language).Should().Be("ana");

    [Fact]
    public void is_read_from_a_register()
    {
        Person read = Read("""{ "ru": "Правовой отдел", "zh": "法规处" }""");
        read.Names.Should().Be(new Wording { Zh = "法规处", Ru = "Правовой отдел" });
        read.Name.Should().Be("法规处", "whoever reads in a language without a name of theirs sees one that there is");

        Read("\"Law desk\"").Should().BeEquivalentTo(new { Name = "Law desk", Names = (Wording?)null });
    }

    /// <summary>Names come from tables and mails.</summary>
    [Fact]
    public void is_read_without_the_blanks_around_the_name()
    {
        Read("\"  Law desk \"").Name.Should().Be("Law desk");
        Person read = Read("""{ "zh": " 法规处\u3000", "ru": "\u00a0Правовой отдел" }""");
        read.Names.Should().Be(new Wording { Zh = "法规处", Ru = "Правовой отдел" });
        read.Name.Should().Be("法规处");
    }

    // Law 18: nothing is dropped in silence; law 20: everything has a limit.
    [Theory]
    [InlineData("""{ "de": "Rechtsabteilung" }""", "/people/0/name/de: is not known here; known are en, zh, ru")]
    [InlineData("""{ }""", "/people/0/name: must have a text in at least one of en, zh, ru")]
    [InlineData("""{ "en": "" }""", "/people/0/name: must have a text in at least one of en, zh, ru")]
    [InlineData("""{ "zh": 7 }""", "/people/0/name/zh: must be a text")]
    [InlineData("""{ "ru": "a\nb" }""", "/people/0/name/ru: must not hold control characters")]
    [InlineData("7", "/people/0/name: must be a text")]
    [InlineData("null", "/people/0/name: is required")]
    public void is_refused_where_the_names_are_none(string name, string fault) =>
        Example.Faults(register => register.Set("/people/0/name", name)).Should().Equal(fault);

    [Fact]
    public void has_in_each_language_a_name_that_fits_a_line()
    {
        static string Names(int length) => $$"""{ "zh": "{{new string('文', length)}}" }""";
        Example.Faults(register => register.Set("/people/0/name", Names(Limits.Title))).Should().BeEmpty();
        Example.Faults(register => register.Set("/people/0/name", Names(Limits.Title + 1)))
            .Should().Equal($"/people/0/name/zh: has 301 characters; at most 300 are taken");
    }

    [Fact]
    public void is_written_to_and_spoken_of_in_the_readers_language()
    {
        NoticeFacts facts = SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, Role.Owner, "ana")) with { People = _ => Law };

        Letter letter = SampleLetters.Letter(Law with { Language = "zh" }, facts);

        letter.Name.Should().Be("法规处");
        letter.Notices.Single().Owner.Should().Be("法规处");
        letter.IsFor(Law with { Language = "zh" }).Should().BeTrue();
        letter.IsFor(Law with { Language = "zh", Names = new() { En = "Law desk", Zh = "条法处" } })
            .Should().BeFalse("they are called otherwise now");
    }

    [Fact]
    public void is_kept_beside_the_one_name_so_that_rows_of_earlier_versions_are_still_read()
    {
        string old = JsonSerializer.Serialize(Sample.Person("ana"), Json.Options);
        old.Should().NotContain("names");
        JsonSerializer.Deserialize<Person>(old, Json.Options)!.NameIn("zh").Should().Be("ana");
        JsonSerializer.Deserialize<Person>(JsonSerializer.Serialize(Law, Json.Options), Json.Options).Should().BeEquivalentTo(Law);
    }

    private static Person Read(string name)
    {
        JsonNode register = Example.Node;
        register.Set("/people/0/name", name);
        return Example.Read(register).Register.People.Single();
    }
}
