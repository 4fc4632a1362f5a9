using System.Text.Json.Nodes;

namespace FollowUp.Tests.Rig;

/// <summary>
/// What the towns agree on. Signed on Monday 11 May 2020 in Beijing and due on Wednesday 17 June; the Dragon Boat festival
/// (25 to 27 June, worked off on Sunday 28) lies in what comes after.
/// </summary>
public static class Papers
{
    public const string Agreement = "minutes";
    public const string Item = "protocol";

    /// <summary>law owns, lead gave the task, desk coordinates; first, second and third are the levels.</summary>
    public static JsonArray People =>
        [.. new[] { "law", "law-2", "lead", "desk", "first", "second", "third" }.Select(id => (JsonNode)PersonOf(id))];

    public static JsonObject PersonOf(string id) => new()
    {
        ["id"] = id,
        ["name"] = $"The {id} office",
        ["email"] = $"{id}@nia.example",
        ["timeZone"] = "Asia/Shanghai",
        ["calendar"] = "CN",
    };

    public static JsonObject ItemOf(string id = Item, string dueOn = "2020-06-17", string owner = "law") => new()
    {
        ["id"] = id,
        ["kind"] = "protocol-revision",
        ["title"] = new JsonObject { ["en"] = $"Revise the {id}" },
        ["owner"] = owner,
        ["issuer"] = "lead",
        ["dueOn"] = dueOn,
    };

    public static JsonObject AgreementOf(string id, params JsonNode[] items) => new()
    {
        ["id"] = id,
        ["kind"] = "minutes",
        ["signedOn"] = "2020-05-11",
        ["title"] = new JsonObject { ["en"] = "Working meeting, minutes", ["zh"] = "工作会晤纪要" },
        ["parties"] = new JsonArray(new JsonObject
        {
            ["code"] = "CN",
            ["name"] = new JsonObject { ["en"] = "National Immigration Administration" },
            ["calendar"] = "CN",
            ["timeZone"] = "Asia/Shanghai",
        }),
        ["coordinator"] = "desk",
        ["chain"] = new JsonArray("first", "second", "third"),
        ["clauses"] = new JsonArray(),
        ["items"] = new JsonArray(items),
    };

    public static JsonObject Done(string by) =>
        new() { ["by"] = by, ["evidence"] = new JsonObject { ["kind"] = "document", ["ref"] = "2020-117" } };

    public static JsonObject By(string by) => new() { ["by"] = by };
}
