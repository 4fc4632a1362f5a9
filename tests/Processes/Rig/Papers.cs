using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.Processes.Rig;

/// <summary>What is agreed on here: items whose owner hears of them at nine on every day, weekends too, until they report.</summary>
internal static class Papers
{
    /// <summary>The day of signature.</summary>
    public static readonly DateTimeOffset Signed = new(2021, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>From the day after signature on.</summary>
    public const int Days = 110;

    public static string Owner(int n) => string.Create(CultureInfo.InvariantCulture, $"owner-{n}");

    /// <summary>People, a calendar without holidays, and the plan.</summary>
    public static JsonObject Register(int owners, JsonObject? plan = null) => new()
    {
        ["people"] = new JsonArray([.. Enumerable.Range(0, owners).Select(Owner).Concat(["lead", "desk", "level"]).Select(Person)]),
        ["calendars"] = new JsonArray(new JsonObject
        {
            ["id"] = "always",
            ["name"] = new JsonObject { ["en"] = "Every day" },
            ["weekend"] = new JsonArray(),
            ["holidays"] = new JsonArray(),
            ["workingDays"] = new JsonArray(),
            ["knownThrough"] = "2030-12-31",
        }),
        ["plans"] = new JsonArray(plan ?? Daily()),
    };

    public static JsonObject Agreement(string id, IEnumerable<JsonNode> items) => new()
    {
        ["id"] = id,
        ["kind"] = "minutes",
        ["signedOn"] = "2021-03-01",
        ["title"] = new JsonObject { ["en"] = $"Minutes {id}" },
        ["parties"] =
            new JsonArray(
                new JsonObject
                {
                    ["code"] = "CN",
                    ["name"] = new JsonObject { ["en"] = "One side" },
                    ["calendar"] = "always",
                    ["timeZone"] = "Etc/UTC"
                }),
        ["coordinator"] = "desk",
        ["chain"] = new JsonArray("level"),
        ["clauses"] = new JsonArray(),
        ["items"] = new JsonArray([.. items]),
    };

    public static JsonObject Item(string id, string owner) => new()
    {
        ["id"] = id,
        ["kind"] = "other",
        ["title"] = new JsonObject { ["en"] = $"Do {id}" },
        ["owner"] = owner,
        ["issuer"] = "lead",
        ["dueOn"] = Signed.AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["timeZone"] = "Etc/UTC",
        ["plan"] = "daily",
    };

    public static JsonObject By(string by) => new() { ["by"] = by };

    public static JsonObject Done(string by) =>
        new() { ["by"] = by, ["evidence"] = new JsonObject { ["kind"] = "document", ["ref"] = "2021-1" } };

    /// <summary>Says one thing to each owner, on the tenth day.</summary>
    public static JsonObject Once() => Plan(Ladder("due", Rung("tenth", $"-{Days - 10}cd")));

    private static JsonObject Daily()
    {
        JsonObject every = Rung("daily", $"-{Days - 1}cd");
        (every["every"], every["times"]) = ("1cd", Days - 1);
        return Plan(Ladder("receipt", Rung("at-once", "0")), Ladder("due", every));
    }

    private static JsonObject Plan(params JsonNode[] ladders) =>
        new() { ["id"] = "daily", ["hour"] = "09:00", ["ladders"] = new JsonArray(ladders) };

    private static JsonObject Ladder(string name, JsonObject rung) => new() { ["ladder"] = name, ["rungs"] = new JsonArray(rung) };

    private static JsonObject Rung(string id, string offset) => new() { ["id"] = id, ["offset"] = offset, ["to"] = new JsonArray("owner") };

    public static JsonNode Person(string id) => new JsonObject
    {
        ["id"] = id,
        ["name"] = $"The {id} office",
        ["email"] = $"{id}@nia.example",
        ["timeZone"] = "Etc/UTC",
        ["calendar"] = "always",
    };
}
