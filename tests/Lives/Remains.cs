using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Lives;

/// <summary>What a life leaves behind, as lines that can be compared with those of the same life on another host.</summary>
/// <param name="Answers">To every call of the cast: status, body, and the headers that callers use.</param>
/// <param name="Ledger">Every row of every item, with all that the API says of it, in the API's order.</param>
/// <param name="Journal">Every entry, item by item.</param>
/// <param name="Letters">Every letter, with its moment, Message-ID, subject, text and HTML.</param>
/// <param name="Items">Every item as it stands in the end.</param>
public sealed record Remains(
    IReadOnlyList<string> Answers, IReadOnlyList<string> Ledger, IReadOnlyList<string> Journal, IReadOnlyList<string> Letters,
    IReadOnlyList<string> Items)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Every line in which another's differ, of both: <c>-</c> this one's, <c>+</c> the other's. Empty where the two lives were the same.
    /// </summary>
    public IReadOnlyList<string> DifferencesTo(Remains other) =>
    [
        .. Differences(nameof(Answers), Answers, other.Answers),
        .. Differences(nameof(Ledger), Ledger, other.Ledger),
        .. Differences(nameof(Journal), Journal, other.Journal),
        .. Differences(nameof(Letters), Letters, other.Letters),
        .. Differences(nameof(Items), Items, other.Items),
    ];

    internal static async Task<Remains> Of(HostUnderTest host, IReadOnlyList<string> answers, CancellationToken cancel)
    {
        IReadOnlyList<JsonObject> items = await Reading.Items(host.Http, cancel);
        List<string> ledger = [];
        foreach (JsonObject item in items)
        {
            string path = $"/api/agreements/{item["agreement"]}/items/{item["id"]}/ledger";
            ledger.AddRange((await Reading.List(host.Http, path, "rows", cancel)).Select(row => $"{item["agreement"]} {Line(row)}"));
        }

        List<string> journal = [];
        foreach (string agreement in items.Select(item => (string)item["agreement"]!).Distinct())
        {
            journal.AddRange(ItemByItem(await Reading.List(host.Http, $"/api/agreements/{agreement}/journal", "entries", cancel)));
        }

        return new(answers, ledger, journal, Arrived(host.Mailbox), [.. items.Select(Line)]);
    }

    /// <summary>
    /// An answer as it is, but for one list: who was told that it is late stands there in the order in which their letters were marked, and
    /// letters of one moment are, on any host, in any order.
    /// </summary>
    internal static string Line(JsonObject answer)
    {
        JsonObject line = answer.DeepClone().AsObject();
        if (line["toldLate"] is JsonArray told)
        {
            line["toldLate"] =
                new JsonArray([.. told.Select(person => (string)person!).Order(StringComparer.Ordinal).Select(person => (JsonNode)person)]);
        }

        return line.ToJsonString(Readable);
    }

    private static IEnumerable<string> Differences(string name, IReadOnlyList<string> ours, IReadOnlyList<string> theirs)
    {
        for (int line = 0; line < Math.Max(ours.Count, theirs.Count); line++)
        {
            (string? our, string? their) = (ours.ElementAtOrDefault(line), theirs.ElementAtOrDefault(line));
            if (our != their)
            {
                yield return $"{name} {line}\n- {our ?? "nothing"}\n+ {their ?? "nothing"}";
            }
        }
    }

    /// <summary>
    /// What is decided about two items at one moment is written down in the order in which their clocks get to it, on any host. So the
    /// chain is parted into one list an item, and place and hashes, which follow from the order of all, are left out. For the same reason
    /// notices of one moment that follow each other are put in the order of their texts.
    /// </summary>
    private static IEnumerable<string> ItemByItem(IReadOnlyList<JsonObject> chain)
    {
        foreach (IGrouping<string?,
            JsonObject> item in chain.GroupBy(entry => (string?)entry["item"]).OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            foreach ((_, string line) in Numbered(item).OrderBy(entry => entry.Place).ThenBy(entry => entry.Line, StringComparer.Ordinal))
            {
                yield return line;
            }
        }
    }

    /// <summary>Notices of one moment that follow each other share a place.</summary>
    private static IEnumerable<(int Place, string Line)> Numbered(IEnumerable<JsonObject> entries)
    {
        (int place, string? moment) = (0, null);
        foreach (JsonObject entry in entries)
        {
            string? its = (string)entry["event"]! == "notice" ? (string)entry["at"]! : null;
            place += its is not null && its == moment ? 0 : 1;
            moment = its;
            yield return (place, Unchained(entry));
        }
    }

    private static string Unchained(JsonObject entry)
    {
        JsonObject said = entry.DeepClone().AsObject();
        _ = said.Remove("seq") && said.Remove("previous") && said.Remove("hash");
        return said.ToJsonString(Readable);
    }

    /// <summary>Letters of one moment arrive in any order: they are put in that of their Message-IDs.</summary>
    private static IReadOnlyList<string> Arrived(Mailbox mailbox) =>
    [
        .. mailbox.Arrived
            .OrderBy(arrival => arrival.At)
            .ThenBy(arrival => arrival.Written.Letter.MessageId, StringComparer.Ordinal)
            .Select(arrival => string.Create(
                CultureInfo.InvariantCulture,
                $"{arrival.At:u} {arrival.Written.Letter.MessageId} to {arrival.Written.Letter.Address}: {arrival.Written.Subject}\n{arrival.Written.Text}\n{arrival.Written.Html}")),
    ];
}
