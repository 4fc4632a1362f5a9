using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Benchmarks.Rig;

/// <summary>What is registered: a hundred owners in Beijing, and agreements whose items are spread over all of them.</summary>
internal static class SampleData
{
    public const int Owners = 100;

    /// <summary>Who has another part in each agreement.</summary>
    private static readonly string[] Others = ["lead", "desk", "first", "second", "third"];

    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static JsonObject Register => new()
    {
        ["people"] = new JsonArray(
            [.. Enumerable.Range(0, Owners).Select(Owner).Concat(Others).Select(id => (JsonNode)Papers.PersonOf(id))]),
    };

    /// <param name="items">How many, and when each is due.</param>
    public static JsonObject Agreement(string id, int items, Func<int, string> dueOn) =>
        Papers.AgreementOf(id, [.. Enumerable.Range(0, items).Select(n => (JsonNode)Papers.ItemOf(Item(n), dueOn(n), Owner(n)))]);

    public static string Item(int n) => $"item-{n:D3}";

    public static string Owner(int n) => $"owner-{n % Owners:D3}";
}
