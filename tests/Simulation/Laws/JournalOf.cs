using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>Laws 2 and 19: the journal is whole, has each thing that happened once and in order, and each notice's end once.</summary>
public sealed class JournalOf(World world, string agreement, IReadOnlyDictionary<Life, IReadOnlyList<Row>> ledgers)
{
    public async Task Check()
    {
        JsonNode journal = JsonNode.Parse((await world.Get($"/api/agreements/{agreement}/journal")).Text)!;
        List<JsonNode> entries = [.. journal["entries"]!.AsArray().Select(entry => entry!)];
        Chained(entries, (string)journal["head"]!["hash"]!);

        List<string> said =
        [
            .. entries.Where(entry => (string)entry["event"]! != "notice" && !IsOfTheClock(entry))
                .Select(entry => $"{entry["event"]} {entry["item"]} by {entry["by"]}{At(Form.Moment(entry["at"]))}"),
        ];
        List<string> happened = [.. world.Journals[agreement].Select(one => $"{one.Event} {one.Item} by {one.By}{At(one.At)}")];

        // Where two were registered by one transaction, their order is the paper's.
        int first = Enumerable.Range(0, Math.Max(said.Count, happened.Count))
            .FirstOrDefault(n => said.ElementAtOrDefault(n) != happened.ElementAtOrDefault(n), -1);
        if (first >= 0)
        {
            Break("2",
                $"entry {first} is \"{said.ElementAtOrDefault(first)}\"; what happened was \"{happened.ElementAtOrDefault(first)}\"");
        }

        foreach ((Life life, IReadOnlyList<Row> rows) in ledgers.Where(ledger => ledger.Key.Paper.Agreement == agreement))
        {
            int ends = entries.Count(entry => (string)entry["event"]! == "notice" && (string?)entry["item"] == life.Paper.Id);
            if (ends != rows.Count(row => row.IsFinal))
            {
                Break("2", $"{life} has {rows.Count(row => row.IsFinal)} notices at their end, and the journal {ends}");
            }

            List<Instant> found =
            [
                .. entries.Where(entry => IsOfTheClock(entry) && (string?)entry["item"] == life.Paper.Id)
                    .Select(entry => Form.Moment(entry["at"])!.Value),
            ];
            if (!found.SequenceEqual(new[] { life.FoundAt }.OfType<Instant>()))
            {
                Break("2",
                    $"{life} was assigned by the clock at {string.Join(", ", found.Select(Form.Short))}; it was to be at "
                        + $"{(life.FoundAt is { } at ? Form.Short(at) : "no time")}");
            }
        }
    }

    /// <summary>What waited for others, or came round, is assigned by nobody, between what people do.</summary>
    private static bool IsOfTheClock(JsonNode entry) => (string)entry["event"]! == "assigned" && entry["by"] is null;

    private static string At(Instant? at) => at is { } moment ? $" at {Form.Moment(moment)}" : "";

    private void Chained(List<JsonNode> entries, string head)
    {
        string previous = new('0', 64);
        for (int n = 0; n < entries.Count; n++)
        {
            JsonNode entry = entries[n];
            string hash = Hash(entry, previous);
            if ((int)entry["seq"]! != n + 1 || (string)entry["previous"]! != previous || (string)entry["hash"]! != hash)
            {
                Break("19", $"entry {n + 1} does not fit");
            }

            previous = hash;
        }

        if (previous != head)
        {
            Break("19", "the head names another end");
        }
    }

    private static string Hash(JsonNode entry, string previous)
    {
        StringBuilder text = new();
        string?[] fields =
        [
            previous, ((int)entry["seq"]!).ToString(CultureInfo.InvariantCulture), (string?)entry["at"], (string?)entry["event"],
            (string?)entry["agreement"], (string?)entry["item"], (string?)entry["by"], (string?)entry["text"],
        ];
        string?[] later = entry["digest"] is { } digest ? [(string?)entry["through"], (string)digest!]
            : entry["through"] is { } through ? [(string)through!] : [];
        foreach (string? field in (string?[])[.. fields, .. later])
        {
            text.Append(field is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}"));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private void Break(string law, string what) => throw new LawBrokenException(law, $"{agreement}: {what}");
}
