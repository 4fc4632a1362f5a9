using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Board;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Board;

/// <summary>Tests <see cref="AnswerPage"/>: one file, which nobody keeps and which loads nothing.</summary>
public sealed partial class The_page_behind_a_link
{
    /// <summary>Of plurals, which each language has its own of.</summary>
    private static readonly string[] Forms = ["one", "few", "many", "other"];

    [Fact]
    public async Task runs_its_own_script_and_no_other()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        Answer page = await town.Get("/board/answer");

        page.Status.Should().Be(200);
        page.Message.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        string policy = page.Message.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'none'; script-src 'sha256-")
            .And.ContainAll("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'self'")
            .And.NotContain("unsafe").And.NotContain("http");
        policy.Should().ContainAll(
            Hash(Script().Match(page.Text).Groups[1].Value), Hash(Style().Match(page.Text).Groups[1].Value));
        page.Text.Should().NotContainAny("src=", "{style}", "{script}", "innerHTML", "eval(", "localStorage", "document.cookie");
        Links().Matches(page.Text).Select(link => link.Groups[1].Value).Should().Equal("data:,");
        page.Message.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        page.Message.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        page.Message.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    /// <summary>A language that lacks a sentence would show a key to somebody.</summary>
    [Fact]
    public async Task says_everything_in_three_languages()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        string script = Script().Match((await town.Get("/board/answer")).Text).Groups[1].Value;
        string[][] languages = [.. new[] { "en", "zh", "ru" }.Select(code => Keys().Matches(Words(script, code))
            .Select(key => key.Groups[1].Value.Trim('\'')).Except(Forms).Order(StringComparer.Ordinal).ToArray())];
        languages[0].Should().HaveCountGreaterThan(60);
        languages[1].Should().Equal(languages[0]);
        languages[2].Should().Equal(languages[0]);
        foreach (string key in languages[0])
        {
            string[] blanks = [.. new[] { "en", "zh", "ru" }.Select(code => string.Join(' ', Blanks().Matches(Line(script, code, key))
                .Select(blank => blank.Value).Distinct().Order(StringComparer.Ordinal)))];
            blanks.Distinct().Should().ContainSingle($"{key} says the same in each language");
        }
    }

    private static string Words(string script, string code) =>
        Regex.Match(script, $@"words\.{code} = \{{(.*?)^\}};", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;

    private static string Line(string script, string code, string key) => Regex.Match(
        Words(script, code), $@"(?:^|[ ,])'?{Regex.Escape(key)}'?: (?:'([^']*)'|\{{([^}}]*)\}})", RegexOptions.Multiline).Value;

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script>(.*)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?:^  |, )('[\w.-]+'|\w+): (?=['{])", RegexOptions.Multiline)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Blanks();
}
