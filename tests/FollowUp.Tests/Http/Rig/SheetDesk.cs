using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http.Rig;

/// <summary>An office whose coordinator brings spreadsheets into its minutes.</summary>
public sealed class SheetDesk : IAsyncDisposable
{
    public const string Imports = "/api/agreements/minutes/imports";

    private readonly Office office = new();

    private SheetDesk()
    {
    }

    public Office Office => office;

    public static async Task<SheetDesk> Open()
    {
        SheetDesk desk = new();
        await desk.office.InitializeAsync();
        return desk;
    }

    public Task<Answer> Send(string csv, string query = "") => Send(Encoding.UTF8.GetBytes(csv), "text/csv", query);

    public Task<Answer> Send(byte[] file, string type, string query = "") =>
        office.Send("POST", $"{Imports}?by=desk{query}", Office.Bytes(file, type));

    /// <summary>Looks at a preview, and does what it shows.</summary>
    public async Task<JsonNode> Do(string csv, string query = "") => await Do(Encoding.UTF8.GetBytes(csv), "text/csv", query);

    public async Task<JsonNode> Do(byte[] file, string type, string query = "")
    {
        Answer preview = await Send(file, type, query);
        preview.Status.Should().Be(200, preview.Text);
        string? token = (string?)preview.Body!["preview"];
        token.Should().NotBeNull(preview.Text);
        Answer done = await Send(file, type, $"{query}&preview={token}");
        done.Status.Should().BeOneOf([200, 201], done.Text);
        return done.Body!;
    }

    public async Task<JsonNode> Get(string path)
    {
        Answer answer = await office.Send("GET", path);
        answer.Status.Should().Be(200, answer.Text);
        return answer.Body!;
    }

    public async Task<IReadOnlyList<JsonNode>> Journal() =>
        [.. (await Get("/api/agreements/minutes/journal"))["entries"]!.AsArray().Select(entry => entry!)];

    /// <summary>"2 owner nobody-called": the faults of a preview, by row and column.</summary>
    public static IEnumerable<string> Faults(JsonNode preview) => preview["rows"]!.AsArray().SelectMany(
        row => row!["faults"]!.AsArray().Select(fault => $"{row["row"]} {fault!["field"]} {fault["code"]}"));

    public static (int New, int Changed, int Unchanged, int Refused) Counts(JsonNode body) =>
        ((int)body["added"]!, (int)body["changed"]!, (int)body["unchanged"]!, (int)body["refused"]!);

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
