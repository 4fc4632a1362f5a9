using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Http;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Http;

/// <summary>
/// Whatever comes to whatever address, as whatever it says to be: a problem that says what is wrong, and nothing stored. Tests
/// <see cref="RequestBody"/> and <see cref="Refusals"/>.
/// </summary>
public sealed partial class Every_body(Office office) : IClassFixture<Office>
{
    private const int Depth = 100_000;

    private static readonly string?[] Types =
    [
        "application/json", "application/problem+json", "text/calendar", "text/csv", "application/xml", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x", "application/octet-stream", "application/json; charset=utf-16", "rubbish", null,
    ];

    private static readonly IReadOnlyList<(string Name, byte[] Bytes, string? Coding)> Bodies =
    [
        ("empty", [], null),
        ("truncated", "{\"people\":[{\"id\":\"la"u8.ToArray(), null),
        ("mark alone", [0xEF, 0xBB, 0xBF], null),
        ("UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{\"by\":\"law\"}")).ToArray(), null),
        ("packed", Packed("null"u8), "gzip"),
        ("packed and broken", [.. Packed("{\"by\":\"law\"}"u8)[..^6]], "gzip"),
        ("not packed", "{\"by\":\"law\"}"u8.ToArray(), "gzip"),
        ("packed twice", Packed(Packed("null"u8)), "gzip, gzip"),
        ("packed otherwise", "null"u8.ToArray(), "br"),
        ("bomb", Packed(new byte[64 * 1024 * 1024]), "gzip"),
        ("257 KiB", Encoding.UTF8.GetBytes($"\"{new string('x', 257 * 1024)}\""), null),
        ("above every limit", Encoding.UTF8.GetBytes($"\"{new string('x', Limits.RegisterBytes)}\""), null),
        ("deep", Encoding.UTF8.GetBytes(new string('[', Depth) + new string(']', Depth)), null),
        ("not UTF-8", [.. "{\"by\":\""u8, 0xE9, 0xFF, .. "\"}"u8], null),
        ("half a character", "{\"by\":\"\\ud800\"}"u8.ToArray(), null),
        ("null", "null"u8.ToArray(), null),
        ("list", "[]"u8.ToArray(), null),
        ("text", "\"x\""u8.ToArray(), null),
        ("calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"u8.ToArray(), null),
    ];

    [Fact]
    public async Task that_cannot_be_read_is_answered_with_what_is_wrong()
    {
        IReadOnlyList<string> stored = await office.Stored();
        foreach ((string method, string path) in Trigger.Calls
            .Where(call => call.Method != "HEAD" && !call.Path.StartsWith("/board", StringComparison.Ordinal)))
        {
            foreach ((string name, byte[] bytes, string? coding) in Bodies.Where(body => body.Bytes.Length > 0 || TakesBody(method, path)))
            {
                foreach (string? type in Types)
                {
                    Demand(await office.Send(method, path, Office.Bytes(bytes, type, coding)), $"{method} {path}, {name} as {type}");
                }
            }
        }

        (await office.Stored()).Should().Equal(stored);
    }

    [Fact]
    public async Task of_random_bytes_is_answered_with_what_is_wrong()
    {
        IReadOnlyList<string> stored = await office.Stored();
        await Seeds.Each(25, async random =>
        {
            foreach ((string method, string path) in Trigger.Calls.Where(call => TakesBody(call.Method, call.Path)))
            {
                byte[] bytes = random.Chance(0.5) ? Noise(random) : Spoilt(random);
                Answer answer = await office.Send(method, path, Office.Bytes(bytes, "application/json"));
                Demand(answer, $"{method} {path}, {Encoding.UTF8.GetString(bytes)}");
            }
        });
        (await office.Stored()).Should().Equal(stored);
    }

    private static bool TakesBody(string method, string path) =>
        method is "PUT" or "POST" && !path.StartsWith("/api/repair", StringComparison.Ordinal)
        && !path.EndsWith("/feed", StringComparison.Ordinal) && path != "/api/changes";

    private static void Demand(Answer answer, string what)
    {
        answer.Status.Should().BeInRange(400, 499, $"of {what}: {answer.Text}");
        answer.Problem.Should().NotBeNull($"of {what}: {answer.Text}");
        ((string)answer.Body!["detail"]!).Length.Should().BeInRange(10, 600, $"of {what}: {answer.Text}");
        answer.Text.Should().NotMatchRegex(Jargon(), $"of {what}");
    }

    private static byte[] Noise(Random random)
    {
        byte[] bytes = new byte[random.Next(1, 200)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>What would be well-formed, had it not been spoilt in one place; it names nobody and nothing that there is.</summary>
    private static byte[] Spoilt(Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(
            """{"by":"nobody","id":"x","text":"жжж \u0436","n":[1,-2.5e3,true,null,{"a":{"b":"c"}}],"preview":"зз","""
            + """ "people":[{"id":"7"}]}""");
        bytes[random.Next(bytes.Length)] = random.Chance(0.5)
            ? (byte)random.Next(256)
            : (byte)random.One<char>('{', '}', '[', ']', ',', ':', '"', '\\', '\'', '/', '0', ' ');
        return random.Chance(0.3) ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    [GeneratedRegex("isFinalBlock|BytePositionInLine|LineNumber|Path: \\$|Parameter '|Exception|   at |reader options|escapable",
        RegexOptions.CultureInvariant)]
    private static partial Regex Jargon();
}
