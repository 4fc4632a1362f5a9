using CsCheck;
using FollowUp.Values;

namespace FollowUp.Tests.Values;

/// <summary>Tests <see cref="TextRules"/>.</summary>
public sealed class A_text
{
    /// <summary>What is said of it as one line, and as a text that has lines; null where nothing is.</summary>
    [Theory]
    [InlineData("\u200b\u200d\u2060", "shows nothing: *", "shows nothing: *")]
    [InlineData("\ufe0f\u3164", "shows nothing: *", "shows nothing: *")]
    [InlineData("\u2800 \u00ad\u115f", "shows nothing: *", "shows nothing: *")]
    [InlineData("\U000E0041\U000E007F", "shows nothing: *", "shows nothing: *")]
    [InlineData("\u0301", "shows nothing: *", "shows nothing: *")]
    [InlineData("\ufeff", "shows nothing: *", "shows nothing: *")]
    [InlineData("\u200f\u061c", "shows nothing: *", "shows nothing: *")]
    [InlineData("\u3000\u00a0\t", "must not hold control characters", "must not be empty")]
    [InlineData("a\u2028b", "must be one line, without U+2028", null)]
    [InlineData("a\u2029b", "must be one line, without U+2029", null)]
    [InlineData("a\u0000b", "must not hold control characters", "must not hold control characters")]
    [InlineData("a\u0085b", "must not hold control characters", null)]
    [InlineData("a\u001bb", "must not hold control characters", "must not hold control characters")]
    [InlineData("a\ufffeb", "must not hold U+FFFE, which is no character", "must not hold U+FFFE, which is no character")]
    [InlineData("a\uffff", "must not hold U+FFFF, *", "must not hold U+FFFF, *")]
    [InlineData("\ufdd0a", "must not hold U+FDD0, *", "must not hold U+FDD0, *")]
    [InlineData("\U0001FFFEa", "must not hold U+1FFFE, *", "must not hold U+1FFFE, *")]
    [InlineData("a\u202eb", "must not hold U+202E, which turns the direction of writing; *", "must not hold U+202E, *")]
    [InlineData("a\u202db\u202c", "must not hold U+202D, *", "must not hold U+202D, *")]
    [InlineData("a\u2067b\u2069", "must not hold U+2067, *", null)]
    [InlineData("a\u202bb\u202c", "must not hold U+202B, *", null)]
    [InlineData("a\u202bb", "must not hold U+202B, *", "must not hold U+202B, *, without its other half in the same paragraph; *")]
    [InlineData("a\u2069b", "must not hold U+2069, *", "must not hold U+2069, *")]
    [InlineData("a\u2067b\nc\u2069", "must not hold control characters", "must not hold U+2067, *")]
    [InlineData("שרה כהן\u200f", null, null)]
    [InlineData("محمد\u200c", null, null)]
    [InlineData("👨\u200d👩\u200d👧 ❤\ufe0f", null, null)]
    [InlineData("=?utf-8?B?SGVsbG8=?=", null, null)]
    [InlineData("①", null, null)]
    public void is_shown_as_it_is_or_refused(string text, string? line, string? lines)
    {
        Fault(text, isLine: true)
            .Should().Match(fault => Says(fault, line), $"as a line it gives {line ?? "nothing"}, not {Fault(text, isLine: true)}");
        Fault(text, isLine: false)
            .Should().Match(fault => Says(fault, lines), $"as a text it gives {lines ?? "nothing"}, not {Fault(text, isLine: false)}");
    }

    [Fact]
    public void with_half_a_character_is_refused() =>
        (Fault("a\ud800", isLine: true), Fault("\udc00a", isLine: false))
            .Should().Be(("must not hold U+D800, which is no character", "must not hold U+DC00, which is no character"));

    [Fact]
    public void is_kept_in_one_form()
    {
        TextRules.Normalize("Cafe\u0301 и\u0306", isLine: true).Should().Be("Café й");
        TextRules.Normalize("a\r\nb\rc\u2028d", isLine: false).Should().Be("a\nb\nc\nd");
        TextRules.IsSame("e\u0301", "é").Should().BeTrue();
    }

    [Fact]
    public void that_is_kept_stays_as_it_is_when_it_comes_again() => Gen.Char.Array[0, 20].Select(letters => new string(letters)).Sample(
        text =>
        {
            foreach (bool isLine in new[] { true, false })
            {
                string kept = TextRules.Normalize(text, isLine);
                TextRules.Normalize(kept, isLine).Should().Be(kept);
                TextRules.Fault(kept, isLine).Should().Be(TextRules.Fault(kept, isLine));
            }
        },
        iter: 5_000);

    private static string? Fault(string text, bool isLine) => TextRules.Fault(TextRules.Normalize(text, isLine), isLine);

    private static bool Says(string? fault, string? expected) =>
        expected is null ? fault is null : fault is not null && System.Text.RegularExpressions.Regex.IsMatch(
            fault, $"^{System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", ".*", StringComparison.Ordinal)}$");
}
