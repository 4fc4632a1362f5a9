using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Processes.Rig;

/// <summary>One row of the ledger, as far as it is looked at here.</summary>
internal sealed record Rung(string Item, string Ladder, string Name, int Occurrence, string To, DateTimeOffset Planned,
    DateTimeOffset DecidedAt, DateTimeOffset? At, string State)
{
    public string Slot => DecidedAt.UtcDateTime.ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What the app says of itself when everything is over: every item with its ledger, and every journal.</summary>
internal sealed class Reckoning
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    public List<JsonNode> Items { get; } = [];

    public List<Rung> Ledger { get; } = [];

    /// <summary>Agreement, item and what happened; with its text, where it is about a notice.</summary>
    public List<(string Agreement, string? Item, string Event, string? Text)> Journal { get; } = [];

    /// <summary>Reads until everything has come to rest: nothing is overdue, and every notice is in its final state.</summary>
    public static async Task<Reckoning> AtRest(HttpClient http, CancellationToken cancel)
    {
        using PeriodicTimer again = new(LookAgain);
        while (await again.WaitForNextTickAsync(cancel))
        {
            using HttpResponseMessage ready = await http.GetAsync("/api/health/ready", cancel);
            if (ready.StatusCode == HttpStatusCode.OK && await Of(http, cancel) is { } read
                && read.Ledger.TrueForAll(rung => rung.State != "planned"))
            {
                return read;
            }
        }

        throw new InvalidOperationException("It does not come to rest.");
    }

    public static async Task<Reckoning> Of(HttpClient http, CancellationToken cancel)
    {
        Reckoning read = new();
        string? next = null;
        do
        {
            JsonNode page =
                (await http.GetFromJsonAsync<JsonNode>(
                    $"/api/items?limit=200{(next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}")}", cancel))!;
            read.Items.AddRange(page["items"]!.AsArray()!);
            next = (string?)page["next"];
        }
        while (next is not null);

        foreach (JsonNode[] some in read.Items.Chunk(8))
        {
            IReadOnlyList<Rung>[] ledgers = await Task.WhenAll(some.Select(item => LedgerOf(http, item, cancel)));
            read.Ledger.AddRange(ledgers.SelectMany(ledger => ledger));
        }

        foreach (string agreement in read.Items.Select(item => (string)item["agreement"]!).Distinct())
        {
            JsonNode journal = (await http.GetFromJsonAsync<JsonNode>($"/api/agreements/{agreement}/journal", cancel))!;
            read.Journal.AddRange(
                journal["entries"]!.AsArray()
                    .Select(entry => (agreement, (string?)entry!["item"], (string)entry["event"]!, (string?)entry["text"])));
        }

        return read;
    }

    private static async Task<IReadOnlyList<Rung>> LedgerOf(HttpClient http, JsonNode item, CancellationToken cancel)
    {
        string name = $"{item["agreement"]}/{item["id"]}";
        JsonNode ledger =
            (await http.GetFromJsonAsync<JsonNode>($"/api/agreements/{item["agreement"]}/items/{item["id"]}/ledger", cancel))!;
        return [.. ledger["rows"]!.AsArray().Select(row => new Rung(
            name, (string)row!["ladder"]!, (string)row["rung"]!, (int)row["occurrence"]!, (string)row["to"]!,
            (DateTimeOffset)row["planned"]!,
            (DateTimeOffset)row["decidedAt"]!, (DateTimeOffset?)row["at"], (string)row["state"]!))];
    }
}
