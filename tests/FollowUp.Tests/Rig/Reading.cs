using System.Text.Json.Nodes;

namespace FollowUp.Tests.Rig;

/// <summary>What a town's API says of its one item, in short.</summary>
public static class Reading
{
    public static async Task<JsonNode> Item(this Town town, string item = Papers.Item) => (await town.Get(Town.PathOf(item))).Body!;

    public static async Task<IReadOnlyList<JsonNode>> Journal(this Town town) =>
        [.. (await town.Get($"/api/agreements/{Papers.Agreement}/journal")).Body!["entries"]!.AsArray().Select(entry => entry!)];

    public static async Task<IReadOnlyList<string>> Events(this Town town) =>
        [.. (await town.Journal()).Select(entry => (string)entry["event"]!)];

    public static async Task<IReadOnlyList<JsonNode>> Ledger(this Town town, string item = Papers.Item) =>
        [.. (await town.Get($"{Town.PathOf(item)}/ledger")).Body!["rows"]!.AsArray().Select(row => row!)];

    /// <summary>One a line: "overdue/again to law: sent", each occurrence by itself.</summary>
    public static async Task<IReadOnlyList<string>> LedgerLines(this Town town, string item = Papers.Item) =>
        [
            .. (await town.Ledger(item))
                .Select(row =>
                    $"{(string)row["ladder"]!}/{(string)row["rung"]!}{((int)row["occurrence"]! > 0 ? $" #{row["occurrence"]}" : "")} to "
                        + $"{row["to"]}: {row["state"]}"),
        ];

    /// <summary>A whole list of items, page by page: "minutes/protocol" each.</summary>
    public static async Task<IReadOnlyList<string>> Pages(this Town town, string query, int limit)
    {
        List<string> seen = [];
        string? cursor = null;
        do
        {
            Answer page = await town.Get($"/api/items?{query}&limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            page.Status.Should().Be(200, page.Text);
            JsonArray items = page.Body!["items"]!.AsArray();
            items.Count.Should().BeLessThanOrEqualTo(limit);
            seen.AddRange(items.Select(item => $"{item!["agreement"]}/{item["id"]}"));
            cursor = (string?)page.Body["next"];
        }
        while (cursor is not null);

        return seen;
    }

    public static Task<Answer> Sign(this Town town, string by = "law") => town.Put($"{Town.PathOf(Papers.Item)}/receipt", Papers.By(by));

    public static Task<Answer> Report(this Town town, string by = "law") =>
        town.Put($"{Town.PathOf(Papers.Item)}/completion", Papers.Done(by));

    public static Task<Answer> Confirm(this Town town, string by = "lead") =>
        town.Put($"{Town.PathOf(Papers.Item)}/confirmation", Papers.By(by));

    public static Task<Answer> SendBack(this Town town, string reason, string by = "lead") =>
        town.Post($"{Town.PathOf(Papers.Item)}/return", new JsonObject { ["by"] = by, ["reason"] = reason });

    public static Task<Answer> Progress(this Town town, string text, params (string Name, string Value)[] headers) =>
        town.Post($"{Town.PathOf(Papers.Item)}/progress", new JsonObject { ["by"] = "law", ["text"] = text }, headers);

    public static Task<Answer> Ask(this Town town, string dueOn, params (string Name, string Value)[] headers) =>
        town.Post($"{Town.PathOf(Papers.Item)}/extensions",
            new JsonObject { ["by"] = "law", ["dueOn"] = dueOn, ["reason"] = "The annex is being translated." }, headers);

    public static Task<Answer> Grant(this Town town, int number, string by = "lead") =>
        town.Put($"{Town.PathOf(Papers.Item)}/extensions/{number}", new JsonObject { ["by"] = by, ["decision"] = "granted" });

    public static Task<Answer> Suspend(this Town town, string reason = "Their text is not here.", string by = "desk") =>
        town.Put($"{Town.PathOf(Papers.Item)}/waiting", new JsonObject { ["by"] = by, ["reason"] = reason });

    public static Task<Answer> Resume(this Town town, string by = "desk") =>
        town.Call("DELETE", $"{Town.PathOf(Papers.Item)}/waiting?by={by}", null);

    public static Task<Answer> HandTo(this Town town, string owner, params (string Name, string Value)[] headers) =>
        town.Put($"{Town.PathOf(Papers.Item)}/owner",
            new JsonObject { ["by"] = "desk", ["owner"] = owner, ["reason"] = "A new department." }, headers);

    public static Task<Answer> Reschedule(this Town town, string dueOn, params (string Name, string Value)[] headers) =>
        town.Put($"{Town.PathOf(Papers.Item)}/due-date",
            new JsonObject { ["by"] = "desk", ["dueOn"] = dueOn, ["reason"] = "The visit was put off." }, headers);

    /// <summary>Somebody goes to live in another zone, and perhaps by another calendar.</summary>
    public static Task<Answer> MoveTo(this Town town, string person, string zone, string calendar = "CN")
    {
        JsonObject moved = Papers.PersonOf(person);
        (moved["timeZone"], moved["calendar"]) = (zone, calendar);
        return town.Put($"/api/people/{person}", moved);
    }

    /// <summary>A calendar with one holiday, as from now on.</summary>
    public static Task<Answer> Keep(this Town town, string calendar, string dayOff, string knownThrough = "2020-12-31",
        params string[] weekend) => town.Put($"/api/calendars/{calendar}", new JsonObject
        {
            ["id"] = calendar,
            ["weekend"] = new JsonArray([.. (weekend is [] ? ["saturday", "sunday"] : weekend).Select(day => (JsonNode)day)]),
            ["holidays"] = new JsonArray(new JsonObject { ["date"] = dayOff, ["name"] = "A day off" }),
            ["knownThrough"] = knownThrough,
        });
}
