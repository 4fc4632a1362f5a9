using System.Text.Json.Nodes;

namespace FollowUp.Sweeps.Scenarios;

/// <summary>What the scenarios agree on: signed on Monday 11 May 2020 in Beijing, due on Wednesday 17 June.</summary>
internal static class Papers
{
    public const string Agreement = "minutes";
    public const string Item = "protocol";
    public const string Items = "/api/agreements/minutes/items";

    /// <summary>law owns, lead gave the task, desk coordinates; first and second are the levels.</summary>
    public static JsonArray People => [.. new[] { "law", "law-2", "lead", "desk", "first", "second" }.Select(id => (JsonNode)PersonOf(id))];

    public static string PathOf(string verb, string item = Item) => $"{Items}/{item}/{verb}";

    public static JsonObject PersonOf(string id, string zone = "Asia/Shanghai") => new()
    {
        ["id"] = id,
        ["name"] = $"The {id} office",
        ["email"] = $"{id}@nia.example",
        ["timeZone"] = zone,
        ["calendar"] = "CN",
    };

    public static JsonObject ItemOf(string id, string? after = null, string dueOn = "2020-06-17", string? recurrence = null) => new()
    {
        ["id"] = id,
        ["kind"] = "protocol-revision",
        ["title"] = new JsonObject { ["en"] = $"Revise the {id}" },
        ["owner"] = "law",
        ["issuer"] = "lead",
        ["dueOn"] = dueOn,
        ["dependsOn"] = after is null ? new JsonArray() : new JsonArray(after),
        ["recurrence"] = recurrence,
    };

    /// <summary>One that belongs to somebody else, and is called after them.</summary>
    public static JsonObject ItemOfUnit(string owner)
    {
        JsonObject item = ItemOf($"of-{owner}");
        item["owner"] = owner;
        return item;
    }

    public static JsonObject AgreementOf(params JsonNode[] items) => AgreementOf(Agreement, items);

    public static JsonObject AgreementOf(string id, params JsonNode[] items) => new()
    {
        ["id"] = id,
        ["kind"] = "minutes",
        ["signedOn"] = "2020-05-11",
        ["title"] = new JsonObject { ["en"] = "Working meeting, minutes" },
        ["parties"] =
            new JsonArray(
                new JsonObject
                {
                    ["code"] = "CN",
                    ["name"] = new JsonObject { ["en"] = "The administration" },
                    ["calendar"] = "CN",
                    ["timeZone"] = "Asia/Shanghai"
                }),
        ["coordinator"] = "desk",
        ["chain"] = new JsonArray("first", "second"),
        ["clauses"] = new JsonArray(),
        ["items"] = new JsonArray(items),
    };

    public static JsonObject By(string by, params (string Name, JsonNode? Value)[] more)
    {
        JsonObject body = new() { ["by"] = by };
        foreach ((string name, JsonNode? value) in more)
        {
            body[name] = value;
        }

        return body;
    }

    public static JsonObject Done(string by) => By(by, ("evidence", new JsonObject { ["kind"] = "document", ["ref"] = "2020-117" }));
}
