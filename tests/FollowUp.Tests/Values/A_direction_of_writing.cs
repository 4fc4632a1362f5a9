using System.Runtime.CompilerServices;
using System.Text.Json;
using CsCheck;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Values;

/// <summary>
/// Whatever somebody wrote, what stands after it reads as it would without it (UAX #9). Tests <see cref="TextDirection"/>.
/// </summary>
public sealed class A_direction_of_writing
{
    private static readonly Gen<string> Turning =
        Gen.Char["ab1. \nאد\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"].Array[0, 16]
            .Select(letters => new string(letters));

    [Theory]
    [InlineData("Law desk, 法律处, Правовой отдел", "Law desk, 法律处, Правовой отдел")]
    [InlineData("שרה", "\u2068שרה\u2069")]
    [InlineData("a\u202eb", "\u2068a\u202eb\u202c\u2069")]
    [InlineData("a\u2069b\u202cc", "\u2068abc\u2069")]
    [InlineData("\u2067x\u202ay\u2069z", "\u2068\u2067x\u202ay\u2069z\u2069")]
    [InlineData("\u202ax\u2069y\u202cz", "\u2068\u202axy\u202cz\u2069")]
    [InlineData("one\nأ", "\u2068one\u2069\n\u2068أ\u2069")]
    public void is_set_apart_where_there_is_one(string text, string apart) => TextDirection.Isolate(text).Should().Be(apart);

    [Fact]
    public void is_over_where_the_text_is() => Turning.Sample(
        text =>
        {
            string apart = TextDirection.Isolate(text);
            TextDirection.FindUnpaired(apart).Should().BeNull();
            foreach (string line in apart.Split('\n').Where(line => line.Any(TextDirection.IsDirectionMark)))
            {
                Depths(line).SkipLast(1).Should().OnlyContain(depth => depth > 0, "nothing but its last mark may end what it begins with");
                Depths(line)[^1].Should().Be(0);
            }

            string Letters(string of) => new([.. of.Where(letter => !TextDirection.IsDirectionMark(letter))]);
            Letters(apart).Should().Be(Letters(text), "nothing that is read is lost");
        },
        iter: 20_000);

    /// <summary>Letters and the board set the same apart.</summary>
    [Fact]
    public async Task is_the_same_on_the_board()
    {
        List<string> texts = [];
        Turning.Sample(texts.Add, iter: 500, threads: 1);
        string page =
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../functions/FollowUp/Board/page/text/bidi-isolation.js"));
        string script = $$"""
            import { readFileSync } from 'node:fs';
            import { isolate } from {{JsonSerializer.Serialize(new Uri(page))}};
            console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(isolate)));
            """;
        IReadOnlyList<string> output = await MailReaders.Run(
            "node", ["--input-type=module", "--eval", script], [JsonSerializer.Serialize(texts)], TestContext.Current.CancellationToken);
        string[] read = JsonSerializer.Deserialize<string[]>(output[0])!;

        read.Should().Equal(texts.Select(TextDirection.Isolate));
    }

    /// <summary>By another way of counting: isolates alone, as a reader of UAX #9 that knows no embeddings sees them.</summary>
    private static List<int> Depths(string line)
    {
        int depth = 0;
        return [.. line.Select(letter => depth += letter is >= '\u2066' and <= '\u2068' ? 1 : letter == '\u2069' ? -1 : 0)];
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
