using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="RequestBody"/>, <see cref="ContentType"/> and <see cref="Gzip"/>.</summary>
public sealed class A_kind_of_body(Office office) : IClassFixture<Office>
{
    private const string Calendar =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200321\r\nSUMMARY:Nauryz\r\nEND:VEVENT\r\n"
            + "END:VCALENDAR\r\n";

    private static readonly byte[] Law = Encoding.UTF8.GetBytes(Papers.PersonOf("law").ToJsonString());

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    [InlineData("application/json;charset=\"utf-8\"")]
    [InlineData("application/vnd.nia.person+json")]
    [InlineData(null)]
    // curl says it of everything that it is not told to call otherwise.
    [InlineData("application/x-www-form-urlencoded")]
    public async Task that_is_JSON_is_taken(string? type) =>
        (await office.Send("PUT", "/api/people/law", Office.Bytes(Law, type))).Status.Should().Be(200);

    [Theory]
    [InlineData("text/plain", "Content-Type: text/plain is not taken here; send application/json, in UTF-8.")]
    [InlineData("text/calendar", "Content-Type: text/calendar is not taken here; send application/json, in UTF-8.")]
    [InlineData("multipart/form-data; boundary=x",
        "Content-Type: multipart/form-data; boundary=x is not taken here; send application/json, in UTF-8.")]
    [InlineData("json", "Content-Type: json is not taken here; send application/json, in UTF-8.")]
    [InlineData("application/json; charset=gb18030", "charset=gb18030 is not read; send the body in UTF-8.")]
    public async Task that_is_not_taken_is_told_which_one_is(string type, string detail)
    {
        Answer answer = await office.Send("PUT", "/api/people/law", Office.Bytes(Law, type));
        (answer.Status, answer.Problem, (string?)answer.Body!["detail"]).Should().Be((415, "unsupported", detail));
        answer.Message.Headers.GetValues("Accept").Should().Equal("application/json");
    }

    [Fact]
    public async Task that_is_a_form_is_told_too()
    {
        Answer answer =
            await office.Send("PUT", "/api/people/law", Office.Bytes("id=law&name=Law"u8.ToArray(), "application/x-www-form-urlencoded"));
        (answer.Status, answer.Problem).Should().Be((415, "unsupported"), answer.Text);
    }

    [Theory]
    [InlineData("text/calendar", 200, "")]
    [InlineData("text/calendar; charset=utf-8; method=PUBLISH", 200, "")]
    [InlineData("text/plain", 415, "send application/json or text/calendar")]
    [InlineData("application/octet-stream", 415, "send application/json or text/calendar")]
    [InlineData("application/x-www-form-urlencoded", 415, "send application/json or text/calendar")]
    [InlineData("text/calendar; charset=windows-1251", 415, "send the body in UTF-8")]
    [InlineData(null, 415, "send it with Content-Type: text/calendar")]
    [InlineData("application/json", 400, "with Content-Type: text/calendar")]
    public async Task that_is_a_calendar_is_told_as_what_to_come(string? type, int status, string detail)
    {
        string options = type == "application/json" ? "" : "?knownThrough=2020-12-31&working=";
        Answer answer = await office.Send("PUT", $"/api/calendars/KZ{options}", Office.Bytes(Encoding.UTF8.GetBytes(Calendar), type));
        answer.Status.Should().Be(status, answer.Text);
        answer.Text.Should().Match($"*{detail}*");
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("X-GZIP", 200)]
    [InlineData("identity", 200)]
    [InlineData("br", 415)]
    [InlineData("deflate", 415)]
    [InlineData("gzip, gzip", 415)]
    public async Task that_is_packed_is_unpacked_or_told_how_to_pack(string coding, int status)
    {
        byte[] body = coding == "identity" ? Law : Packed(Law);
        Answer answer = await office.Send("PUT", "/api/people/law", Office.Bytes(body, "application/json", coding));
        answer.Status.Should().Be(status, answer.Text);
        (answer.Message.Headers.TryGetValues("Accept-Encoding", out IEnumerable<string>? taken) ? string.Join(", ", taken) : "")
            .Should().Be(status == 415 ? "gzip" : "");
    }

    [Fact]
    public async Task that_is_not_packed_as_it_says_is_malformed()
    {
        byte[] whole = Packed(Law);
        foreach (byte[] body in new byte[][] { whole[..^1], whole[..^8], whole[..(whole.Length / 2)], whole[..3], Law, [.. whole, 0],
            [.. whole[..^5], 7, .. whole[^4..]] })
        {
            Answer answer = await office.Send("PUT", "/api/people/law", Office.Bytes(body, "application/json", "gzip"));
            (answer.Status, answer.Problem).Should().Be((400, "malformed"), answer.Text);
            answer.Text.Should().Contain("not one whole gzip file");
        }
    }

    /// <summary>A gzip file may have several members (RFC 1952, 2.2), as programs write that pack a stream in pieces.</summary>
    [Fact]
    public async Task that_is_packed_in_pieces_is_read_whole()
    {
        foreach (byte[] body in new byte[][] { [.. Packed(Law[..7]), .. Packed(Law[7..])], [.. Packed(Law), .. Packed([])],
            [.. Packed([]), .. Packed(Law)] })
        {
            Answer answer = await office.Send("PUT", "/api/people/law", Office.Bytes(body, "application/json", "gzip"));
            answer.Status.Should().Be(200, answer.Text);
            foreach (int length in Enumerable.Range(1, body.Length - 1))
            {
                byte[] rest = body[..length];
                (await office.Send("PUT", "/api/people/law", Office.Bytes(rest, "application/json", "gzip"))).Status
                    .Should().BeOneOf([400, IsOneMember(rest) ? 200 : 400], $"{length} of {body.Length} bytes");
            }
        }
    }

    [Theory]
    [InlineData("/api/people/law", "application/json")]
    [InlineData("/api/calendars/KZ?knownThrough=2020-12-31&working=", "text/calendar")]
    public async Task that_is_packed_twice_is_told_so(string path, string type)
    {
        Answer answer = await office.Send("PUT", path, Office.Bytes(Packed(Packed(Law)), type, "gzip"));
        (answer.Status, answer.Problem).Should().Be((400, "malformed"), answer.Text);
        answer.Text.Should().Contain("packed with gzip twice over: pack it once");
    }

    /// <summary>Law 20 counts what it unpacks to.</summary>
    [Fact]
    public async Task that_unpacks_to_more_than_the_limit_is_too_large()
    {
        (await office.Send("PUT", "/api/people/law", Office.Bytes(Packed(new byte[(256 * 1024) + 1]), "application/json", "gzip"))).Problem
            .Should().Be("too-large");
        (await office.Send("PUT", "/api/people/law",
            Office.Bytes(Packed([.. Law, .. Enumerable.Repeat((byte)' ', (256 * 1024) - Law.Length)]), "application/json", "gzip"))).Status
                .Should().Be(200);
    }

    [Fact]
    public async Task that_begins_with_a_byte_order_mark_is_read()
    {
        JsonObject register = new() { ["people"] = Papers.People };
        Answer answer = await office.Send("POST", "/api/registers",
            Office.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(register.ToJsonString())], "application/json"));
        answer.Status.Should().Be(200, answer.Text);
    }

    [Fact]
    public async Task that_nobody_reads_is_refused()
    {
        foreach ((string method, string path) in new[] { ("GET", "/api/items"),
            ("DELETE", "/api/agreements/minutes/items/protocol/waiting?by=desk"), ("POST", "/api/repair/rehydrate") })
        {
            Answer answer = await office.Send(method, path, Office.Json("""{"by":"law"}"""));
            (answer.Status, (string?)answer.Body!["detail"])
                .Should().Be((422, "the body is not read by this call: leave it out"), answer.Text);
        }
    }

    /// <summary>What is cut off between two members is whole.</summary>
    private static bool IsOneMember(byte[] bytes) => bytes.SequenceEqual(Packed(Law)) || bytes.SequenceEqual(Packed([]));

    private static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }
}
