using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.Tests.Rig;

/// <summary>
/// Random registers over a small world: some things in them are there already, some come with them, and now and then one is nowhere.
/// </summary>
internal sealed class Bodies(Random random)
{
    private static readonly string[] Everybody = ["ann", "bea", "cem", "dan", "eva", "fay", "gus", "hal"];
    private static readonly string[] Calendars = ["W1", "W2", "W3"];
    private static readonly string[] Plans = ["default", "p1", "p2"];
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Moscow", "Asia/Vladivostok", "America/New_York"];

    private int agreements;

    /// <summary>The agreement that everything begins with, so that it can be sent again.</summary>
    public JsonObject First { get; private set; } = [];

    /// <summary>What is there before anything is tried: all people but two, one calendar, one plan, an agreement with some items.</summary>
    public JsonObject Beginning()
    {
        First = Agreement("first", [.. Everybody[..6]], ["CN", "W1"], ["default", "p1"]);
        return new()
        {
            ["people"] = new JsonArray([.. Everybody[..6].Select(id => (JsonNode)Person(id, ["CN", "W1"], Everybody[..6]))]),
            ["calendars"] = new JsonArray(Calendar("W1")),
            ["plans"] = new JsonArray(Plan("p1")),
            ["agreements"] = new JsonArray(First.DeepClone()),
        };
    }

    /// <param name="items">Which run, to be handed over.</param>
    public JsonObject Next(IReadOnlyList<(string Agreement, string Item)> items)
    {
        List<string> people = [.. Some(Everybody, 0.3)];
        List<string> brought = [.. Some(Calendars, 0.4)];
        List<string> plans = [.. Some(Plans, 0.3)];

        // Mostly what is there or comes along, and now and then what may be nowhere.
        string[] known = random.Chance(0.9) ? [.. Everybody[..6].Union(people)] : [.. Everybody, "nobody"];
        string[] calendars = random.Chance(0.9) ? [.. new[] { "CN", "W1" }.Union(brought)] : ["CN", .. Calendars, "NOWHERE"];
        string[] planned = random.Chance(0.9) ? [.. new[] { "default", "p1" }.Union(plans)] : Plans;
        JsonObject body = [];
        body["people"] = new JsonArray([.. people.Select(id => (JsonNode)Person(id, calendars, known))]);
        body["calendars"] = new JsonArray([.. brought.Select(id => (JsonNode)Calendar(id))]);
        body["plans"] = new JsonArray([.. plans.Select(id => (JsonNode)Plan(id))]);
        body["agreements"] = new JsonArray(
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode)Agreement($"more-{++agreements}", known, calendars, planned))]);
        if (random.Chance(0.15))
        {
            body["agreements"]!.AsArray().Add(random.Chance(0.7) ? First.DeepClone() : Agreement("first", known, calendars, planned));
        }

        if (items.Count > 0 && random.Chance(0.4))
        {
            (string agreement, string item) = random.One(items);
            body["owners"] = new JsonArray(new JsonObject { ["agreement"] = agreement, ["item"] = item, ["owner"] = random.One(known) });
        }

        return body;
    }

    private IEnumerable<string> Some(IEnumerable<string> all, double chance) => all.Where(_ => random.Chance(chance)).ToList();

    private JsonObject Person(string id, string[] calendars, string[] known)
    {
        JsonObject person = Papers.PersonOf(id);
        person["timeZone"] = random.One(Zones);
        person["calendar"] = random.One(calendars);
        if (random.Chance(0.3))
        {
            person["absences"] =
                new JsonArray(
                    new JsonObject
                    {
                        ["from"] = Day(0),
                        ["to"] = "2020-12-01",
                        ["substitute"] = random.Chance(0.8) && random.One(known) is var other && other != id ? other : null
                    });
        }

        person["contact"] = random.Chance(0.2) ? random.One(known) : null;
        return person;
    }

    private JsonObject Calendar(string id) => new()
    {
        ["id"] = id,
        ["name"] = new JsonObject { ["en"] = id },
        ["weekend"] = random.One("saturday,sunday", "sunday", "friday,saturday") is var weekend
            ? new JsonArray([.. weekend.Split(',').Select(day => (JsonNode)day)])
            : null,
        ["holidays"] =
            new JsonArray(
                [
                    .. Enumerable.Range(0, random.Next(4)).Select(_ => Day(10)).Distinct()
                        .Select(day => (JsonNode)new JsonObject { ["date"] = day, ["name"] = "Day off" }),
                ]),
        ["workingDays"] = new JsonArray(),
        ["knownThrough"] = random.One("2020-12-31", "2021-12-31"),
    };

    private JsonObject Plan(string id) => new()
    {
        ["id"] = id,
        ["hour"] = random.One("09:00", "11:30"),
        ["ladders"] = new JsonArray(
            Ladder("receipt", Rung("at-once", "0cd", "owner"), Rung("level-1", "+3wd", "level-1")),
            Ladder("due", Rung("early", $"-{random.Next(8, 30)}cd", "owner", "supporting"), Rung("eve", "-1wd", "owner", "liaison")),
            Ladder("overdue", Rung("again", "+1wd", "owner"), Rung("level-1", "+2wd", "level-1"),
                Rung("level-2", $"+{random.Next(3, 9)}wd", "level-2", "issuer"))),
    };

    private static JsonObject Ladder(string name, params JsonNode[] rungs) => new() { ["ladder"] = name, ["rungs"] = new JsonArray(rungs) };

    private static JsonObject Rung(string id, string offset, params string[] to) =>
        new() { ["id"] = id, ["offset"] = offset, ["to"] = new JsonArray([.. to.Select(role => (JsonNode)role)]) };

    private JsonObject Agreement(string id, string[] known, string[] calendars, string[] plans)
    {
        JsonObject agreement =
            Papers.AgreementOf(id, [.. Enumerable.Range(1, random.Next(1, 4)).Select(n => Item($"item-{n}", known, calendars, plans))]);
        agreement["coordinator"] = random.One(known);
        agreement["chain"] = new JsonArray([.. Some(known, 0.3).Take(3).Select(level => (JsonNode)level)]);
        return agreement;
    }

    private JsonObject Item(string id, string[] known, string[] calendars, string[] plans)
    {
        JsonObject item = Papers.ItemOf(id, Day(30), random.One(known));
        item["issuer"] = random.One(known);
        item["plan"] = random.One(plans);
        item["supporting"] = new JsonArray([.. Some(known, 0.15).Select(unit => (JsonNode)unit)]);
        item["counterpart"] = random.Chance(0.3) ? random.One(known) : null;
        item["silentUntilDue"] = random.Chance(0.9);
        if (random.Chance(0.4))
        {
            item["calendars"] = new JsonArray(
                [.. Enumerable.Range(0, 2).Select(_ => random.One(calendars)).Distinct().Select(calendar => (JsonNode)calendar)]);
        }

        return item;
    }

    private string Day(int from) =>
        new DateOnly(2020, 5, 11).AddDays(from + random.Next(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
