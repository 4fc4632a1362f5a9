using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// Every ladder to every reader in every language. Tests <see cref="LetterTemplates"/>, <see cref="SectionWriter"/>,
/// <see cref="SubjectWriter"/>, <see cref="NoticeWords"/> and <see cref="NoticeValues"/>.
/// </summary>
public sealed partial class Letters_in_each_language
{
    private static readonly string[] Roles =
        ["owner", "supporting", "issuer", "coordinator", "liaison", "level-1", "level-2", "former-owner", "told-late"];

    public static TheoryData<string> Languages => [.. LetterLanguages.OfBuild.Ids];

    /// <summary>Whoever reads the text knows what whoever sees the HTML knows, in the same words.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void say_the_same_in_both_parts(string language)
    {
        foreach (Letter letter in Everything(language))
        {
            RenderedLetter written = SampleLetters.Templates.Render(letter);
            Seen(written.Html).Should().Equal(Words(written.Text), $"{letter.Notices[0].Of.Key} in {language}");
            written.Html.Should().Contain($"<html lang=\"{language}\" dir=\"ltr\">");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void have_every_word_in_place(string language)
    {
        foreach (RenderedLetter written in Everything(language).Select(SampleLetters.Templates.Render))
        {
            foreach (string part in new[] { written.Subject, written.Text })
            {
                part.Should().NotContainAny("{", "}", "  \n", "“”", "«»", "..", "。。", "。.", ".。", "г..", " ,", " .", "()", "（）", "\n\n\n");
                part.Should().NotMatchRegex("[.。]”[.。]");
            }

            written.Subject.Should().NotContain("\n").And.ContainAny("Revised protocol", "议定书修订稿");
        }
    }

    /// <summary>Beside names, what people wrote, and the addresses, nothing is left in English.</summary>
    [Theory]
    [InlineData("zh")]
    [InlineData("ru")]
    public void leave_nothing_in_English(string language)
    {
        string[] names =
        [
            "Revised protocol", "Working meeting, minutes", "Both sides shall revise the protocol.", "signed by both sides",
            "well done", "No. 12", "the annex is missing", "their text is not here", "the annex is being translated", "the last time",
            "the visit was put off",
            "the annex needs a decision", "which annex is meant?", "annex 2", "a new department", "550 no such mailbox", "visit-1",
            "https://board.example/board/#/agreements/2019-11-21-beijing/items/protocol-1",
            "chen@nia.example", "FollowUp", "National Day", "(CN)", "（CN）", "Ana", "Boris", "Chen", "Dora", "Gleb", "gleb", "ana",
        ];
        foreach (RenderedLetter written in Everything(language).Select(SampleLetters.Templates.Render))
        {
            string rest =
                names.Aggregate($"{written.Subject}\n{written.Text}", (text, name) => text.Replace(name, "", StringComparison.Ordinal));
            Latin().Matches(rest).Select(word => word.Value).Should().BeEmpty(written.Text);
        }
    }

    /// <summary>A folder more: files that nobody compiled, in a language whose every word is another.</summary>
    [Fact]
    public void come_in_a_fourth_where_there_is_a_folder_of_it()
    {
        string folder = Directory.CreateTempSubdirectory("letters-").FullName;
        WriteFolder(folder, "qq",
            (key, text) => $"⟦{key}⟧{string.Concat(Blank().Matches(text).Select(one => one.Value))}");
        Dictionary<string, string> files = LetterLanguages.Shipped();
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            files.Add($"qq/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        LetterTemplates templates = new(new LetterLanguages(files));
        HashSet<string> said = [];
        foreach (Letter letter in Everything("qq").Concat(Rarities("qq")))
        {
            RenderedLetter written = templates.Render(letter);
            written.Html.Should().Contain("<html lang=\"qq\" dir=\"rtl\">");
            said.UnionWith(Key().Matches(written.Subject + written.Text).Select(key => key.Groups[1].Value));
        }

        said.Should().HaveCountGreaterThan(100);
    }

    private static void WriteFolder(string folder, string language, Func<string, string, string> translate)
    {
        foreach ((string path, string json) in LetterLanguages.Shipped()
            .Where(file => file.Key.StartsWith("en/", StringComparison.Ordinal)))
        {
            string translated = path == "en/rules.json"
                ? json.Replace("\"ltr\"", "\"rtl\"", StringComparison.Ordinal)
                .Replace("i = 1 and v = 0", "n = 1,3..4", StringComparison.Ordinal)
                : JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!
                    .ToDictionary(one => one.Key, one => translate(one.Key, one.Value)));
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(path)), translated);
        }

        Directory.EnumerateFiles(folder).Should().HaveCount(8, $"{language} is a folder of files");
    }

    internal static IEnumerable<Letter> Everything(string language) =>
        from ladder in Enum.GetValues<LadderName>()
        from role in Roles
        let row = SampleLetters.Row(ladder, role, "gleb") with
        {
            SentTo = "ana",
            Trace = "gleb absent → boris owns it → ana",
            Since = Sample.At("2020-05-31 09:00"),
            Explanation = ladder == LadderName.Undelivered
                ? "A notice to gleb was refused: 550 no such mailbox" : "moved from 1 Oct: National Day (CN)",
        }
        from meant in new[] { row, row with { Key = row.Key with { Recipient = "ana" }, Trace = null, Since = row.Planned } }
        select SampleLetters.Letter(Reader(language), SampleLetters.Facts(meant));

    /// <summary>What happens seldom: all in one letter, before the date, without a word to it.</summary>
    internal static IEnumerable<Letter> Rarities(string language)
    {
        yield return SampleLetters.Every("ana") with { Language = language };
        foreach (string dueOn in new[] { "2020-06-02", "2020-06-09" })
        {
            yield return SampleLetters.Letter(Reader(language), SampleLetters.Facts(
                SampleLetters.Row(LadderName.Due, "owner", "ana"), SampleLetters.About(LadderName.Due, dueOn)));
            yield return SampleLetters.Letter(Reader(language), SampleLetters.Facts(
                SampleLetters.Row(LadderName.Blocked, "coordinator", "ana"), SampleLetters.About(LadderName.Blocked, dueOn)));
        }
    }

    private static Person Reader(string language) => Sample.Person("ana") with { Name = "Ana", Language = language };

    /// <summary>Word by word, as a text without its layout; addresses of links stand behind words in the HTML.</summary>
    private static string[] Words(string text) =>
        [.. Address().Replace(text, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('“', '”', '«', '»')).Where(word => word.Length > 0)];

    private static string[] Seen(string html) =>
        Words(WebUtility.HtmlDecode(Tag().Replace(html[html.IndexOf("<main>", StringComparison.Ordinal)..], " ")));

    [GeneratedRegex("[:：] ?https://\\S+")]
    private static partial Regex Address();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Blank();

    [GeneratedRegex("⟦([a-z0-9.-]+)")]
    private static partial Regex Key();
}
