using System.Text.Json.Nodes;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Whatever people did: each list is what one finds who reads every item there is. Tests <see cref="AgreementIndex"/>,
/// <see cref="AgreementQueries"/> and <see cref="ItemFilter"/>.
/// </summary>
public sealed class Lists_after_weeks_of_work
{
    [Fact]
    public Task agree_with_the_items() => Seeds.Each(1, async random =>
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        for (int n = 0; n < 6; n++)
        {
            JsonNode[] items =
            [
                .. Enumerable.Range(0, 1 + random.Next(4))
                    .Select(i => Papers.ItemOf($"item-{i}", Day(random), random.One("law", "law-2", "second"))),
            ];
            (await town.Post("/api/agreements", Papers.AgreementOf($"minutes-{n}", items))).Status.Should().Be(201);
        }

        foreach (string moment in new[] { "2020-05-12 12:00", "2020-05-27 12:00", "2020-06-10 12:00", "2020-06-30 12:00" })
        {
            await Live(town, random);
            await town.Until(moment);
            await Agree(town, random.One(1, 3, 200));
        }
    });

    private static async Task Live(Town town, Random random)
    {
        foreach (string name in await town.Pages("", 200))
        {
            string path = $"/api/agreements/{name.Replace("/", "/items/", StringComparison.Ordinal)}";
            (string verb, JsonObject body) = random.Next(8) switch
            {
                0 => ("completion", Papers.Done("second")),
                1 => ("completion", Papers.Done("law")),
                2 => ("confirmation", Papers.By("lead")),
                3 => ("owner",
                    new JsonObject { ["by"] = "desk", ["owner"] = random.One("law", "law-2", "second"), ["reason"] = "She left." }),
                4 => ("due-date", new JsonObject { ["by"] = "desk", ["dueOn"] = Day(random), ["reason"] = "The visit was put off." }),
                5 => ("withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "It was overtaken." }),
                6 => ("waiting", new JsonObject { ["by"] = "desk", ["reason"] = "Their text is not here." }),
                _ => ("receipt", Papers.By("law")),
            };
            (await town.Put($"{path}/{verb}", body)).Status.Should().BeLessThan(500);
        }
    }

    private static async Task Agree(Town town, int limit)
    {
        Dictionary<string, JsonNode> all = (await town.Tables.Rows("Agreements"))
            .Where(row => row.RowKey.StartsWith("item|", StringComparison.Ordinal))
            .ToDictionary(row => $"{row.PartitionKey}/{row.RowKey[5..]}",
                row => (JsonNode)new JsonObject
                {
                    ["owner"] = row.GetString("Owner"),
                    ["due"] = row.GetString("DueOn"),
                    ["state"] = row.GetString("Standing")
                });
        (await town.Pages("", limit)).Should().Equal(Those(_ => true));
        foreach (string owner in new[] { "law", "law-2", "second", "desk" })
        {
            (await town.Pages($"owner={owner}", limit)).Should().Equal(Those(item => (string)item["owner"]! == owner));
        }

        foreach (string day in new[] { "2020-05-25", "2020-06-15", "2020-08-01" })
        {
            (await town.Pages($"state=open&dueBefore={day}", limit))
                .Should().Equal(Those(item => IsBefore(item, day) && (string)item["state"]! is not ("confirmed" or "withdrawn")));
            (await town.Pages($"dueBefore={day}", limit)).Should().Equal(Those(item => IsBefore(item, day)));
            (await town.Pages($"state=reported&dueBefore={day}", limit))
                .Should().Equal(Those(item => IsBefore(item, day) && (string)item["state"]! == "reported"));
            (await town.Pages($"state=withdrawn&dueBefore={day}", limit))
                .Should().Equal(Those(item => IsBefore(item, day) && (string)item["state"]! == "withdrawn"));
        }

        IEnumerable<string> Those(Func<JsonNode, bool> which) =>
            all.Where(one => which(one.Value)).Select(one => one.Key).Order(StringComparer.Ordinal);
    }

    private static bool IsBefore(JsonNode item, string day) => string.CompareOrdinal((string)item["due"]!, day) < 0;

    private static string Day(Random random) =>
        new DateOnly(2020, 5, 18).AddDays(random.Next(60)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
