using System.Text.Json.Nodes;

namespace FollowUp.Benchmarks.Rig;

/// <summary>What is registered: a hundred owners in Beijing, and agreements whose items are spread over all of them.</summary>
static class Ministry
{
    public const int Owners = 100;

    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static JsonObject Register => new()
    {
        ["people"] = new JsonArray([.. Enumerable.Range(0, Owners).Select(Owner).Concat(["lead", "desk", "first", "second", "third"]).Select(Person)]),
    };

    /// <param name="items">How many, and when each is due.</param>
    public static JsonObject Agreement(string id, int items, Func<int, string> dueOn) => new()
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
        ["items"] = new JsonArray([.. Enumerable.Range(0, items).Select(n => Item(n, dueOn(n)))]),
    };

    public static string Owner(int n) => $"owner-{n % Owners:D3}";

    static JsonObject Item(int n, string dueOn) => new()
    {
        ["id"] = $"item-{n:D3}",
        ["kind"] = "protocol-revision",
        ["title"] = new JsonObject { ["en"] = $"Revise the protocol on crossing point {n}" },
        ["owner"] = Owner(n),
        ["issuer"] = "lead",
        ["dueOn"] = dueOn,
    };

    static JsonNode Person(string id) => new JsonObject
    {
        ["id"] = id,
        ["name"] = $"The {id} office",
        ["email"] = $"{id}@nia.example",
        ["timeZone"] = "Asia/Shanghai",
        ["calendar"] = "CN",
    };
}
