using FollowUp.Agreements;
using FollowUp.Notices;
using FollowUp.Plans;

namespace FollowUp.Tests.Notices;

/// <summary>It is data: encoded in the HTML, as it is in the text, and one line in the subject.</summary>
public sealed class What_people_wrote
{
    private const string Markup = "<script>alert('1')</script> & {{owner}} \"x\"";

    private static WrittenLetter Letter { get; } = Letters.Written(
        Letters.Row(LadderName.Confirmation, "issuer", "ana") with { Trace = Markup, Explanation = Markup },
        (Letters.About(LadderName.Due) with { Title = new() { En = Markup } }).Report(new("ana"), Letters.Now, new("none", null, Markup)),
        Letters.Agreement with { Title = new() { En = Markup }, Clauses = [new("p6-2", new() { En = Markup })] });

    [Fact]
    public void is_encoded_in_the_HTML() => Letter.Html.Should().NotContain("<script").And.Contain("&lt;script&gt;").And.Contain("{{owner}}");

    [Fact]
    public void stands_as_it_is_in_the_text() => Letter.Text.Should().Contain($"“{Markup}”").And.NotContain("&lt;").And.NotContain("&amp;");

    [Fact]
    public void stands_as_it_is_in_the_subject() => Letter.Subject.Should().Contain(Markup);

    [Theory]
    [InlineData("first\nsecond")]
    [InlineData("first\r\nBcc: all@nia.example")]
    [InlineData("first\u2028second\u2029third\u0085fourth\ffifth")]
    public void breaks_no_line_of_a_subject(string title)
    {
        WrittenLetter letter = Letters.Written(Letters.Row(LadderName.Overdue, "owner", "ana"), Letters.About(LadderName.Overdue) with { Title = new() { En = title } });
        letter.Subject.Should().NotMatchRegex("[\\n\\r\\f\\u0085\\u2028\\u2029]");
    }

    [Fact]
    public void is_cut_where_a_subject_would_grow_without_bound()
    {
        WrittenLetter letter = Letters.Written(
            Letters.Row(LadderName.Overdue, "owner", "ana"), Letters.About(LadderName.Overdue) with { Title = new() { En = string.Concat(Enumerable.Repeat("💼", 150)) } });
        letter.Subject.Length.Should().BeLessThanOrEqualTo(201);
        letter.Subject.EnumerateRunes().Should().NotContain(System.Text.Rune.ReplacementChar, "half a character is none");
    }

    [Fact]
    public void in_a_long_clause_is_quoted_as_far_as_it_can_be_recognised()
    {
        Agreement agreement = Letters.Agreement with { Clauses = [new("p6-2", new() { En = new string('x', 16_000) })] };
        Letters.Written(Letters.Row(LadderName.Overdue, "owner", "ana"), agreement: agreement).Text.Should().Contain("xxx …”").And.Match(text => text.Length < 1_500);
    }
}
