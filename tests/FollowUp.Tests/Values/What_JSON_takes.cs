using System.Text.Json;
using FollowUp.Values;

namespace FollowUp.Tests.Values;

/// <summary>Tests <see cref="Json"/>: a row holds as much of a text as it has characters, whatever their script.</summary>
public sealed class What_JSON_takes
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("期限\u3000五月", "期限\u3000五月")]
    [InlineData("𠮷\u00A0𠮷", "𠮷\u00A0𠮷")]
    [InlineData("a \"b\" \\ c\n\t", "a \\\"b\\\" \\\\ c\\n\\t")]
    [InlineData("\\u3000", "\\\\u3000")]
    [InlineData("\\\u3000\u0085", "\\\\\u3000\\u0085")]
    public void is_as_long_as_its_characters_and_reads_back(string text, string expected)
    {
        string compact = Json.Compact(JsonSerializer.Serialize(text, Json.Options));

        compact.Should().Be($"\"{expected}\"");
        JsonSerializer.Deserialize<string>(compact, Json.Options).Should().Be(text);
    }

    [Fact]
    public void reads_back_whatever_it_is_made_of() => Seeds.Each(500, random =>
    {
        string[] pieces = ["\\", "\\u3000", "\u3000", "𠮷", "\"", "\n", "x", "文", "\u2028", "u", "\u0001"];
        string text = string.Concat(Enumerable.Range(0, 20).Select(_ => pieces[random.Next(pieces.Length)]));

        JsonSerializer.Deserialize<string>(Json.Compact(JsonSerializer.Serialize(text, Json.Options)), Json.Options).Should().Be(text);
    });
}
