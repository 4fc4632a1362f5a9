using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MimeKit;

namespace FollowUp.Start;

/// <summary>One line of what happened: of the journal, of the ledger in its final state, or a letter.</summary>
internal sealed record DemoEvent(
    DateTimeOffset At, string Event, string? Agreement, string? Item, string? By, string? To, string? Ladder, string? Rung,
    int? Occurrence, DateTimeOffset? Planned, string? State, string? Text)
{
    /// <summary>How <see cref="By"/> came to act, as the journal says it: <c>letter</c> by a link in one.</summary>
    public string? Through { get; init; }
}

/// <summary>Everything that happened, from the app's own answers and the letters themselves.</summary>
internal sealed record DemoEvents(IReadOnlyList<DemoEvent> All, IReadOnlyList<JsonNode> ItemsAtEnd)
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<DemoEvents> Collect(HttpClient http, string letters, CancellationToken cancel)
    {
        IReadOnlyList<JsonNode> items = await Items(http, cancel);
        List<DemoEvent> all = [];
        foreach (string agreement in items.Select(item => (string)item["agreement"]!).Distinct())
        {
            IEnumerable<JsonNode> entries = await List(http, $"/api/agreements/{agreement}/journal", "entries", cancel);
            all.AddRange(entries.Where(entry => (string)entry["event"]! != "notice").Select(Entry));
        }

        foreach (JsonNode item in items)
        {
            (string agreement, string id) = ((string)item["agreement"]!, (string)item["id"]!);
            all.AddRange(Notices(agreement, await List(http, $"/api/agreements/{agreement}/items/{id}/ledger", "rows", cancel)));
        }

        all.AddRange(Letters(letters));
        return new([.. all.OrderBy(one => one.At)], items);
    }

    public static async Task<IReadOnlyList<JsonNode>> Items(HttpClient http, CancellationToken cancel)
    {
        List<JsonNode> items = [];
        string? cursor = null;
        do
        {
            string further = cursor is null ? "" : $"&cursor={cursor}";
            JsonNode page = (await http.GetFromJsonAsync<JsonNode>($"/api/items?limit=200{further}", cancel))!;
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return items;
    }

    public void WriteLines(TextWriter to)
    {
        foreach (DemoEvent one in All)
        {
            to.WriteLine(JsonSerializer.Serialize(one, Lines));
        }

        to.Flush();
    }

    private static async Task<IEnumerable<JsonNode>> List(HttpClient http, string path, string name, CancellationToken cancel) =>
        (await http.GetFromJsonAsync<JsonNode>(path, cancel))![name]!.AsArray().Select(member => member!);

    private static DemoEvent Entry(JsonNode entry) => new(
        Instant(entry["at"])!.Value, (string)entry["event"]!, (string)entry["agreement"]!, (string?)entry["item"], (string?)entry["by"],
        null, null, null, null, null, null, (string?)entry["text"])
    {
        Through = (string?)entry["through"],
    };

    /// <summary>
    /// The final rows of one item. A ladder that ran twice (a report that came back is reported again) counts its occurrences on,
    /// so that no line of this stream has the same name as another.
    /// </summary>
    private static IEnumerable<DemoEvent> Notices(string agreement, IEnumerable<JsonNode> rows)
    {
        Dictionary<string, int> counted = [];
        IEnumerable<JsonNode> final = rows.Where(row => (string)row["state"]! != "planned")
            .OrderBy(row => (int)row["anchorRevision"]!)
            .ThenBy(row => (int)row["occurrence"]!);
        foreach (JsonNode row in final)
        {
            string name = $"{row["ladder"]} {row["rung"]} {row["to"]}";
            int occurrence = Math.Max((int)row["occurrence"]!, counted.GetValueOrDefault(name));
            counted[name] = occurrence + 1;
            string? trace = (string?)row["trace"];
            yield return new(
                Instant(row["at"])!.Value, "notice", agreement, (string)row["item"]!, null, (string)row["to"]!,
                (string)row["ladder"]!, (string)row["rung"]!, occurrence, Instant(row["planned"]),
                (string)row["state"]!, (string?)row["why"] ?? trace);
        }
    }

    private static IEnumerable<DemoEvent> Letters(string folder)
    {
        foreach (string file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [])
        {
            using MimeMessage letter = MimeMessage.Load(file);
            string? recipient = letter.Headers["X-FollowUp-Recipient"];
            yield return new(letter.Date, "letter", null, null, null, recipient, null, null, null, null, null, letter.Subject);
        }
    }

    private static DateTimeOffset? Instant(JsonNode? node) => node?.GetValue<DateTimeOffset>();
}
