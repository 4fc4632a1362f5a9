using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Http;

/// <summary>
/// What callers meet who hand in a file, and who take it. Tests <see cref="AddEvidence"/>, <see cref="EvidenceUpload"/>,
/// <see cref="GetEvidence"/>, <see cref="EvidenceSettings"/> and <see cref="EvidenceFileResponse"/>.
/// </summary>
public sealed class Evidence_over_HTTP
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_handed_in_once_and_had_back_byte_for_byte()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer first = await Paper.Signed.HandIn(town);
        Answer again = await Paper.Signed.HandIn(town);
        (first.Status, again.Status).Should().Be((201, 200));
        first.Message.Headers.Location!.OriginalString.Should().Be(Paper.PathOf(Paper.Signed.Sha256));
        JsonNode file = again.Body!["evidenceFiles"]!.AsArray().Should().ContainSingle().Which!;
        ((string)file["sha256"]!, (string)file["name"]!, (int)file["size"]!, (string)file["by"]!)
            .Should().Be((Paper.Signed.Sha256, Paper.Signed.Name, Paper.Signed.Content.Length, "law"));
        ((string)file["href"]!).Should().Be(Paper.PathOf(Paper.Signed.Sha256));

        using HttpResponseMessage had = await town.Http.GetAsync((string)file["href"]!, Cancel);
        (await had.Content.ReadAsByteArrayAsync(Cancel)).AsSpan().SequenceEqual(Paper.Signed.Content).Should().BeTrue();
        had.Content.Headers.ContentType!.ToString().Should().Be("application/pdf");
        had.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        had.Content.Headers.ContentDisposition.FileNameStar.Should().Be(Paper.Signed.Name);
        had.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        had.Headers.GetValues("Content-Security-Policy").Should().Equal("sandbox; default-src 'none'");
        had.Headers.CacheControl!.ToString().Should().Be("no-store, private");
    }

    [Fact]
    public async Task is_what_a_report_goes_by_and_its_checksum_is_sealed()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await Paper.Signed.HandIn(town)).Status.Should().Be(201);
        (await Report(town, "00ff")).Pointers.Should().Equal("/evidence/ref");
        (await Report(town, Paper.Signed.Sha256)).Status.Should().Be(200);
        (await new Paper("late.txt", "…"u8.ToArray()).HandIn(town)).Problem.Should().Be("not-now");

        IReadOnlyList<JsonNode> journal = await town.Journal();
        JsonNode added = journal.Single(entry => (string)entry["event"]! == "evidence-added");
        ((string)added["text"]!).Should().Be(
            $"\"{Paper.Signed.Name}\", {Paper.Signed.Content.Length} bytes, SHA-256 {Paper.Signed.Sha256}");
        ((string)journal.Single(entry => (string)entry["event"]! == "reported")["said"]!["args"]!["file"]!).Should().Be(Paper.Signed.Name);
        await town.Until("2020-05-12 10:00");
        town.Mailbox.Arrived.Single(letter => letter.To == "lead").Written.Text
            .Should().Contain($"Evidence: file {Paper.Signed.Name}").And.NotContain(Paper.Signed.Sha256);
    }

    [Theory]
    [InlineData("signed.pdf", "<!DOCTYPE html><script>alert(1)</script>", "application/pdf", "")]
    [InlineData("signed.exe", "MZ\u0000", null, "")]
    [InlineData("signed.png", "%PDF-1.7", null, "/name")]
    [InlineData("signed.pdf", "%PDF-1.7", "image/png", "/Content-Type")]
    [InlineData("../signed.pdf", "%PDF-1.7", null, "/name")]
    [InlineData("signed\u202Efdp.pdf", "%PDF-1.7", null, "/name")]
    [InlineData("nul.pdf", "%PDF-1.7", null, "/name")]
    public async Task that_is_not_what_it_says_is_refused(string name, string content, string? type, string pointer)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer refused = await new Paper(name, Encoding.UTF8.GetBytes(content), type).HandIn(town);
        (refused.Status, refused.Problem).Should().Be((422, "invalid-input"), refused.Text);
        refused.Pointers.Should().Equal(pointer);
        refused.Body!["errors"]!.AsArray().Should().OnlyContain(fault => fault!["code"] != null, "pages say it in other languages");
        await DemandNothing(town);
    }

    [Fact]
    public async Task that_is_too_large_of_a_strange_type_or_anothers_is_refused()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Paper large = new("large.pdf", [.. "%PDF-1.7"u8, .. new byte[10 * 1024 * 1024]]);
        (await large.HandIn(town)).Problem.Should().Be("too-large");
        (await (Paper.Signed with { Type = "text/html" }).HandIn(town)).Pointers.Should().Equal("/Content-Type");
        (await (Paper.Signed with { Type = "multipart/form-data; boundary=x" }).HandIn(town)).Pointers.Should().Equal("/Content-Type");
        (await (Paper.Signed with { Type = "text/plain; charset=utf-16" }).HandIn(town)).Problem.Should().Be("unsupported");
        (await Paper.Signed.HandIn(town, "lead")).Problem.Should().Be("not-allowed");
        (await Paper.Signed.HandIn(town, "law", ("If-Match", "\"7\""))).Problem.Should().Be("stale");
        await DemandNothing(town);
    }

    /// <summary>A connection that breaks off leaves nothing, however much of the file came.</summary>
    [Theory]
    [InlineData("Content-Length: 600009\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n", "493e0\r\n")]
    public async Task that_breaks_off_half_way_leaves_nothing(string framing, string chunk)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        using (TcpClient client = new())
        {
            await client.ConnectAsync(town.Http.BaseAddress!.Host, town.Http.BaseAddress.Port, Cancel);
            byte[] head = Encoding.ASCII.GetBytes(
                $"POST {Town.PathOf("protocol")}/evidence?name=a.pdf&by=law HTTP/1.1\r\nHost: localhost\r\n{framing}\r\n{chunk}");
            NetworkStream line = client.GetStream();
            await line.WriteAsync(head.Concat(Paper.Signed.Content.Take(300_000)).ToArray(), Cancel);
            client.Client.Shutdown(SocketShutdown.Send);
            (await AnswerOn(line)).Should().NotContain(" 20");
        }

        await town.Still();
        await DemandNothing(town);
    }

    [Fact]
    public async Task that_several_hand_in_at_once_is_all_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Paper[] papers = [Paper.Signed, new("annex.txt", "Annex"u8.ToArray())];
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => papers[n % 2].HandIn(town)));

        answers.Select(answer => answer.Status).Should().OnlyContain(status => status == 200 || status == 201);
        answers.Count(answer => answer.Status == 201).Should().Be(2);
        (await FilesOf(town)).Should().BeEquivalentTo(papers.Select(paper => paper.Sha256));
    }

    [Theory]
    [InlineData(null, 10 * 1024 * 1024)]
    [InlineData("", 10 * 1024 * 1024)]
    [InlineData("50", 50 * 1024 * 1024)]
    public void is_as_large_as_the_setting_says(string? setting, int bytes) =>
        EvidenceSettings.Read(Settings(setting)).MaxBytes.Should().Be(bytes);

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("10 MB")]
    public void has_a_limit_that_can_be_followed(string setting) =>
        EvidenceSettings.Fault(Settings(setting)).Should().Contain("Evidence:MaxMegabytes must be a number from 1 to 50, not");

    /// <summary>How an answer begins; nothing where the host has hung up, which says as much.</summary>
    private static async Task<string> AnswerOn(NetworkStream line)
    {
        byte[] answer = new byte[64];
        try
        {
            return Encoding.ASCII.GetString(answer, 0, await line.ReadAtLeastAsync(answer, 1, throwOnEndOfStream: false, Cancel));
        }
        catch (IOException reset) when (reset.InnerException is SocketException)
        {
            return "";
        }
    }

    private static IConfiguration Settings(string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Evidence:MaxMegabytes", value)]).Build();

    private static Task<Answer> Report(Town town, string sha256) => town.Put($"{Town.PathOf("protocol")}/completion", new JsonObject
    {
        ["by"] = "law",
        ["evidence"] = new JsonObject { ["kind"] = "file", ["ref"] = sha256 },
    });

    private static async Task<IEnumerable<string>> FilesOf(Town town) =>
        (await town.Get(Town.PathOf("protocol"))).Body!["evidenceFiles"]!.AsArray().Select(file => (string)file!["sha256"]!);

    private static async Task DemandNothing(Town town)
    {
        (await FilesOf(town)).Should().BeEmpty();
        (await town.Tables.Everything()).Should().NotContain(row => row.StartsWith("Files ", StringComparison.Ordinal));
        (await town.Events()).Should().Equal("registered", "assigned");
    }
}
