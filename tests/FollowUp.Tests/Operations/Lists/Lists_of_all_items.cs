using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations.Lists;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Lists;

/// <summary>
/// Whatever people did: each count is what one counts who reads every item, and each list has each of them once, in its order. Tests
/// <see cref="ItemLists"/>, <see cref="ListOrder"/>, <see cref="GetOverview"/> and <see cref="OverviewResponse"/>.
/// </summary>
public sealed class Lists_of_all_items
{
    private static readonly string[] Sections = ["late", "behind", "near", "reported", "waiting", "course", "closed"];

    [Fact]
    public Task are_what_reading_every_item_gives() => Seeds.Each(1, async random =>
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        for (int n = 0; n < 5; n++)
        {
            JsonNode[] items =
                [.. Enumerable.Range(0, 1 + random.Next(5)).Select(i => Item(random, $"item-{i}", random.Chance(0.3) && i > 0))];
            (await town.Post("/api/agreements", Papers.AgreementOf($"minutes-{n}", items))).Status.Should().Be(201);
        }

        foreach (string moment in new[] { "2020-05-12 12:00", "2020-05-27 12:00", "2020-06-17 23:59", "2020-07-10 12:00" })
        {
            await Live(town, random);
            await town.Until(moment);
            await Agree(town, random);
        }
    });

    private static async Task Agree(Town town, Random random)
    {
        List<JsonNode> all = [.. (await town.Get("/api/items?limit=200")).Body!["items"]!.AsArray().OfType<JsonNode>()];
        (string Query, Func<JsonNode, bool> Has)[] filters =
        [
            ("", _ => true),
            ("&owner=law", item => (string)item["owner"]! == "law"),
            ("&kind=visit", item => (string)item["kind"]! == "visit"),
            ("&agreement=minutes-1", item => (string)item["agreement"]! == "minutes-1"),
            ("&party=CN", _ => true), ("&party=RU", _ => false),
            ("&q=visit%20ITEM-1", item => (string)item["kind"]! == "visit" && (string)item["id"]! == "item-1"),
            ("&q=law-2%20office", item => (string)item["owner"]! == "law-2"),
            ("&awaits=lead", item => Awaits(item, "lead")), ("&awaits=law", item => Awaits(item, "law")),
            ("&state=open", item => (bool)item["open"]!), ("&slip=red", item => (string?)item["slip"] == "red"),
            ("&dueBefore=2020-06-10", item => string.CompareOrdinal((string)item["dueOn"]!, "2020-06-10") < 0),
        ];
        foreach ((string query, Func<JsonNode, bool> has) in filters)
        {
            List<JsonNode> found = [.. all.Where(has)];
            (await Counts(town, query)).Should().Equal(Sections.Select(one => found.Count(item => BoardSections.Of(item) == one)), query);
            string sort = random.One([.. ListOrder.Sorts]);
            IReadOnlyList<string> listed = await town.Pages($"sort={sort}{query}", random.One(1, 3, 200));
            listed.Should().BeEquivalentTo(found.Select(Named), $"{sort}{query}").And.OnlyHaveUniqueItems();
            string section = random.One(Sections);
            (await town.Pages($"section={section}{query}", 3))
                .Should().BeEquivalentTo(found.Where(item => BoardSections.Of(item) == section).Select(Named), $"{section}{query}");
        }

        await AreInOrder(town, all);
    }

    private static async Task AreInOrder(Town town, List<JsonNode> all)
    {
        Dictionary<string, JsonNode> byName = all.ToDictionary(Named);
        List<JsonNode> urgent = [.. (await town.Pages("sort=urgency", 4)).Select(name => byName[name])];
        urgent.Select(item => Array.IndexOf(Sections, BoardSections.Of(item))).Should().BeInAscendingOrder();
        urgent.Where(item => BoardSections.Of(item) == "late").Select(item => (int)item["daysLate"]!).Should().BeInDescendingOrder();
        (await town.Pages("sort=due", 4))
            .Select(name => (string)byName[name]["dueOn"]!).Should().BeInAscendingOrder(StringComparer.Ordinal);
        (await town.Pages("sort=late", 4)).Select(name => (int)byName[name]["daysLate"]!).Should().BeInDescendingOrder();
        (await town.Pages("sort=owner", 4)).Select(name => (string)byName[name]["owner"]!)
            .Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    private static bool Awaits(JsonNode item, string who) => item["nextActions"]!.AsArray().Any(step =>
        (string)step!["action"]! is not ("return" or "ask-for-word" or "resume") && step["who"]!.AsArray().Any(one => (string)one! == who));

    private static string Named(JsonNode item) => $"{item["agreement"]}/{item["id"]}";

    private static async Task<IReadOnlyList<int>> Counts(Town town, string query)
    {
        Answer answer = await town.Get($"/api/overview?{query.TrimStart('&')}".TrimEnd('?'));
        answer.Status.Should().Be(200, answer.Text);
        return [.. answer.Body!["sections"]!.AsArray().Select(one => (int)one!["count"]!)];
    }

    private static JsonObject Item(Random random, string id, bool waits)
    {
        JsonObject item = Papers.ItemOf(id, Day(random), random.One("law", "law-2", "second"));
        item["kind"] = random.One("visit", "protocol-revision");
        if (waits)
        {
            item["dependsOn"] = new JsonArray("item-0");
        }

        return item;
    }

    private static async Task Live(Town town, Random random)
    {
        foreach (string name in await town.Pages("", 200))
        {
            string path = $"/api/agreements/{name.Replace("/", "/items/", StringComparison.Ordinal)}";
            (string verb, JsonObject body) = random.Next(7) switch
            {
                0 => ("completion", Papers.Done("law")),
                1 => ("confirmation", Papers.By("lead")),
                2 => ("owner", new JsonObject { ["by"] = "desk", ["owner"] = random.One("law", "law-2"), ["reason"] = "She left." }),
                3 => ("due-date", new JsonObject { ["by"] = "desk", ["dueOn"] = Day(random), ["reason"] = "The visit was put off." }),
                4 => ("withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "It was overtaken." }),
                5 => ("waiting", new JsonObject { ["by"] = "desk", ["reason"] = "Their text is not here." }),
                _ => ("receipt", Papers.By("law")),
            };
            (await town.Put($"{path}/{verb}", body)).Status.Should().BeLessThan(500);
        }
    }

    private static string Day(Random random) =>
        new DateOnly(2020, 5, 18).AddDays(random.Next(80)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
