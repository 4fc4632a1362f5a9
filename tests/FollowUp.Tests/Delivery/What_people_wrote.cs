using FollowUp.Agreements;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// It is data: encoded in the HTML, as it is in the text, and one line in the subject. Tests <see cref="LetterRenderer"/>,
/// <see cref="LetterTemplates"/> and <see cref="Agreement"/>.
/// </summary>
public sealed class What_people_wrote
{
    private const string Markup = "<script>alert('1')</script> & {{owner}} \"x\"";

    private static RenderedLetter Letter { get; } = SampleLetters.Written(
        SampleLetters.Row(LadderName.Confirmation, "issuer", "ana") with { Trace = Markup, Explanation = Markup },
        (SampleLetters.About(LadderName.Due) with { Title = new() { En = Markup } })
            .Report(new("ana"), SampleLetters.Now, new("none", null, Markup)),
        SampleLetters.Agreement with { Title = new() { En = Markup }, Clauses = [new("p6-2", new() { En = Markup })] });

    [Fact]
    public void is_encoded_in_the_HTML() =>
        Letter.Html.Should().NotContain("<script").And.Contain("&lt;script&gt;").And.Contain("{{owner}}");

    [Fact]
    public void stands_as_it_is_in_the_text() => Letter.Text.Should().Contain($"“{Markup}”").And.NotContain("&lt;").And.NotContain("&amp;");

    [Fact]
    public void stands_as_it_is_in_the_subject() => Letter.Subject.Should().Contain(Markup);

    /// <summary>Not every mail program keeps styles: a line ends by an element.</summary>
    [Fact]
    public void in_several_lines_has_them_in_both_parts()
    {
        RenderedLetter letter = SampleLetters.Written(
            SampleLetters.Row(LadderName.Returned, "owner", "ana"),
            SampleLetters.About(LadderName.Confirmation).SendBack(new("boris"), SampleLetters.Now, "1. the annex\n2. <b>the seal</b>"),
            SampleLetters.Agreement with { Clauses = [new("p6-2", new() { En = "Both sides:\n(a) revise;\n(b) sign." })] });

        letter.Text.Should().Contain("“1. the annex\n  2. <b>the seal</b>”").And.Contain("“Both sides:\n  (a) revise;\n  (b) sign.”");
        letter.Html.ReplaceLineEndings("\n").Should().Contain("1. the annex<br>\n2. &lt;b&gt;the seal&lt;/b&gt;")
            .And.Contain("<blockquote>Both sides:<br>\n(a) revise;<br>\n(b) sign.</blockquote>");
    }

    [Theory]
    [InlineData("first\nsecond")]
    [InlineData("first\r\nBcc: all@nia.example")]
    [InlineData("first\u2028second\u2029third\u0085fourth\ffifth")]
    public void breaks_no_line_of_a_subject(string title)
    {
        RenderedLetter letter = SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"),
            SampleLetters.About(LadderName.Overdue) with { Title = new() { En = title } });
        letter.Subject.Should().NotMatchRegex("[\\n\\r\\f\\u0085\\u2028\\u2029]");
    }

    [Fact]
    public void is_cut_where_a_subject_would_grow_without_bound()
    {
        RenderedLetter letter = SampleLetters.Written(
            SampleLetters.Row(LadderName.Overdue, "owner", "ana"),
            SampleLetters.About(LadderName.Overdue) with { Title = new() { En = string.Concat(Enumerable.Repeat("💼", 150)) } });
        letter.Subject.Length.Should().BeLessThanOrEqualTo(201);
        letter.Subject.EnumerateRunes().Should().NotContain(System.Text.Rune.ReplacementChar, "half a character is none");
    }

    [Fact]
    public void in_a_long_clause_is_quoted_as_far_as_it_can_be_recognised()
    {
        Agreement agreement = SampleLetters.Agreement with { Clauses = [new("p6-2", new() { En = new string('x', 16_000) })] };
        SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"), agreement: agreement).Text
            .Should().Contain("xxx …”").And.Match(text => text.Length < 1_500);
    }

    /// <summary>Names of Arabs and Israelis are read as they read them; the sentence around them stays a sentence.</summary>
    [Fact]
    public void is_set_apart_where_it_goes_from_right_to_left()
    {
        RenderedLetter letter = SampleLetters.Written(
            SampleLetters.Row(LadderName.Returned, "owner", "ana"),
            (SampleLetters.About(LadderName.Returned) with { Title = new() { En = "اتفاق الحدود" } })
                .Report(new("ana"), SampleLetters.Now, new("none", null, "x")) is var item
                ? item.SendBack(new("boris"), SampleLetters.Now, "שורה\nשנייה") : null);

        letter.Subject.Should().Contain(": \u2068اتفاق الحدود\u2069 – due on");
        letter.Text.Should().Contain("  \u2068اتفاق الحدود\u2069\n")
            .And.Contain("“\u2068שורה\u2069\n  \u2068שנייה\u2069”. The due date stays");
        letter.Html.Should().MatchRegex("<strong>(\u2068|&#8296;)اتفاق الحدود(\u2069|&#8297;)</strong>");
    }

    /// <summary>A store of an earlier version may hold what is refused today.</summary>
    [Fact]
    public void turns_nothing_after_it()
    {
        const string turning = "fine \u202Eelif\u2067 x";
        RenderedLetter letter = SampleLetters.Written(
            SampleLetters.Row(LadderName.Overdue, "owner", "ana"),
            SampleLetters.About(LadderName.Overdue) with { Title = new() { En = turning } },
            SampleLetters.Agreement with
            {
                Title = new() { En = turning },
                Clauses = [new("p6-2", new() { En = turning + new string('x', 700) })]
            });

        foreach (string line in (string[])[letter.Subject, .. letter.Text.Split('\n')])
        {
            TextDirection.FindUnpaired(line).Should().BeNull(line);
        }

        letter.Text.Split('\n').Count(line => line.Any(TextDirection.IsDirectionMark)).Should().Be(
            4, "the item, its agreement, the clause, and the agreement again where its coordinator is named");
    }
}
