using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.Board.Tests.Rig;

/// <summary>A register of as many items as one likes, in agreements of at most a hundred, one of them late.</summary>
internal static class Archive
{
    private const int PerAgreement = 100;

    /// <summary>Ten months after they were agreed.</summary>
    private static readonly DateTimeOffset Today = Moments.Day("2020-03-02T10:00:00+08:00");

    public static string LateAgreement(int count) => Agreement((count - 1) / PerAgreement);

    public static async Task<RunningApp> Of(int count)
    {
        RunningApp app = await RunningApp.Start(Today);
        JsonObject people = new() { ["people"] = new JsonArray([.. new[] { "desk", "unit", "lead" }.Select(Person)]) };
        await app.Perform(new(app.Now, "POST", "/api/registers", people.ToJsonString(), null));
        foreach (int[] some in Enumerable.Range(0, count).Chunk(PerAgreement))
        {
            JsonObject agreement = new()
            {
                ["id"] = Agreement(some[0] / PerAgreement),
                ["kind"] = "minutes",
                ["signedOn"] = "2020-03-02",
                ["title"] = new JsonObject { ["en"] = $"Minutes no. {some[0] / PerAgreement}" },
                ["parties"] = new JsonArray(new JsonObject
                {
                    ["code"] = "CN",
                    ["name"] = new JsonObject { ["en"] = "China" },
                    ["calendar"] = "CN",
                    ["timeZone"] = "Asia/Shanghai",
                }),
                ["coordinator"] = "desk",
                ["chain"] = new JsonArray(),
                ["items"] = new JsonArray([.. some.Select(n => Item(n, n == count - 1))]),
            };
            await app.Perform(new(app.Now, "POST", "/api/agreements", agreement.ToJsonString(), 201));
        }

        await app.Live([], Today.AddDays(2));
        return app;
    }

    private static string Agreement(int number) => string.Create(CultureInfo.InvariantCulture, $"minutes-{number:D3}");

    private static JsonNode Person(string id) => new JsonObject
    {
        ["id"] = id,
        ["name"] = $"The {id}",
        ["email"] = $"{id}@nia.example",
        ["timeZone"] = "Asia/Shanghai",
        ["calendar"] = "CN",
    };

    /// <summary>Only what is late is agreed for so soon.</summary>
    private static JsonNode Item(int n, bool isLate) => new JsonObject
    {
        ["id"] = $"item-{n}",
        ["kind"] = n % 3 == 0 ? "visit" : "other",
        ["title"] = new JsonObject { ["en"] = isLate ? "The one that is late" : $"Agreed matter no. {n}" },
        ["owner"] = n % 2 == 0 ? "unit" : "desk",
        ["issuer"] = "lead",
        ["dueOn"] = isLate ? "2020-03-03" : new DateOnly(2020, 6, 1).AddDays(n % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
