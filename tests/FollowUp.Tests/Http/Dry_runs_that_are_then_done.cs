using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Random bodies over a register with running items, each tried out and then done for real at the same moment: registered, what runs
/// re-based, items handed over. What the dry run said is what came, and it changed nothing. Tests <see cref="DryRun"/>.
/// </summary>
public sealed class Dry_runs_that_are_then_done
{
    private const int BodiesEach = 4;

    /// <summary>Most bodies are to be taken, or nothing much is compared.</summary>
    private int tried;
    private int taken;

    [Fact]
    public async Task say_what_comes()
    {
        await Seeds.Each(8, Life);
        taken.Should().BeGreaterThan(tried / 3);
    }

    private async Task Life(Random random)
    {
        Bodies bodies = new(random);
        await using Town town = await Town.Empty("2020-05-11 09:30");
        Answer first = await town.Post("/api/registers", bodies.Beginning());
        first.Status.Should().Be(201, first.Text);
        for (int n = 0; n < BodiesEach; n++)
        {
            await town.Until($"2020-05-{12 + (n * random.Next(1, 6)):00} 10:{random.Next(60):00}");
            IReadOnlyList<(string Agreement, string Item)> running = await Running(town);
            await TryAndDo(town, bodies.Next(running), running);
        }
    }

    private async Task TryAndDo(Town town, JsonObject body, IReadOnlyList<(string Agreement, string Item)> running)
    {
        IReadOnlyList<string> stored = await town.Tables.Everything();
        Answer dry = await town.Post("/api/timetable", body);
        dry.Status.Should().BeOneOf([200, 409, 422], "{0}: {1}", dry.Text, body);
        (tried, taken) = (tried + 1, taken + (dry.Status == 200 ? 1 : 0));
        (await town.Tables.Everything()).Should().Equal(stored, "a dry run stores nothing");

        JsonArray owners = body["owners"]?.DeepClone().AsArray() ?? [];
        body.Remove("owners");
        if (dry.Status == 422 && Faults(dry).All(fault => fault.StartsWith("/owners", StringComparison.Ordinal)))
        {
            return;
        }

        Dictionary<(string, string), List<Told>> before = await Timetables(town, running);
        Answer real = await town.Post("/api/registers", body);
        if (dry.Status != 200)
        {
            real.Status.Should().Be(dry.Status, real.Text);
            Faults(real).Should().Equal(Faults(dry).Where(fault => !fault.StartsWith("/owners", StringComparison.Ordinal)));
            return;
        }

        real.Status.Should().BeOneOf([200, 201], "{0}: {1}", real.Text, body);
        await CompareItems(town, dry.Body!["items"]!.AsArray(), body);
        await Rebase(town, running.Select(item => item.Agreement).Distinct());
        foreach (JsonNode? owner in owners)
        {
            await HandOver(town, owner!);
        }

        Dictionary<(string, string), List<Told>> after = await Timetables(town, running);
        foreach ((string Agreement, string Item) item in running)
        {
            JsonNode? change = dry.Body!["changes"]!.AsArray()
                .SingleOrDefault(one => ((string)one!["agreement"]!, (string)one["item"]!) == item);
            Said(change).Order().Should().Equal(Told.Between(before[item], after[item]).Order(), "{0} of {1}, {2} by {3}", item.Item,
                item.Agreement, body.ToJsonString(), owners.ToJsonString());
        }
    }

    private static async Task CompareItems(Town town, JsonArray items, JsonObject body)
    {
        items.Count.Should().Be(body["agreements"]!.AsArray().Sum(agreement => agreement!["items"]!.AsArray().Count));
        foreach (JsonNode? item in items)
        {
            string path = $"/api/agreements/{item!["agreement"]}/items/{item["item"]}";
            Lines(item["lines"]!)
                .Should().Equal(Lines((await town.Get($"{path}/timetable")).Body!["lines"]!), "{0} by {1}", path, body.ToJsonString());
            item["warnings"]!.ToJsonString()
                .Should().Be((await town.Get(path)).Body!["warnings"]!.ToJsonString(), "{0} by {1}", path, body.ToJsonString());
        }
    }

    /// <summary>
    /// What is due at once has been said by the time that anybody looks. What one moment has of one ladder stands as the plan has it until
    /// it is written down, and then as the ledger has it.
    /// </summary>
    private static IEnumerable<string> Lines(JsonNode lines) => lines.AsArray()
        .OrderBy(line => (string)line!["planned"]!, StringComparer.Ordinal).ThenBy(line => (string)line!["ladder"]!)
        .ThenBy(line => (string)line!["to"]!, StringComparer.Ordinal).Select(line =>
        $"{line!["ladder"]}/{line["rung"]} {line["occurrence"]} to {line["to"]} as {line["role"]} at {line["planned"]}, {line["sentTo"]} "
            + $"{line["trace"]} {line["why"]} {line["explanation"]}");

    private static async Task Rebase(Town town, IEnumerable<string> agreements)
    {
        foreach (string agreement in agreements)
        {
            string by = (string)(await town.Get($"/api/agreements/{agreement}")).Body!["coordinator"]!;
            Answer look = await town.Post($"/api/agreements/{agreement}/rebase", new JsonObject { ["by"] = by });
            look.Status.Should().Be(200, look.Text);
            (await town.Post($"/api/agreements/{agreement}/rebase",
                new JsonObject { ["by"] = by, ["preview"] = (string)look.Body!["preview"]! })).Status.Should().Be(200);
        }
    }

    private static async Task HandOver(Town town, JsonNode owner)
    {
        string path = $"/api/agreements/{owner["agreement"]}/items/{owner["item"]}";
        string by = (string)(await town.Get(path)).Body!["coordinator"]!;
        Answer done = await town.Put(
            $"{path}/owner", new JsonObject { ["by"] = by, ["owner"] = (string)owner["owner"]!, ["reason"] = "it is theirs" });
        done.Status.Should().Be(200, done.Text);
    }

    private static async Task<IReadOnlyList<(string Agreement, string Item)>> Running(Town town) =>
        [
            .. (await town.Get("/api/items")).Body!["items"]!.AsArray().Where(item => (bool)item!["open"]!)
                .Select(item => ((string)item!["agreement"]!, (string)item["id"]!)),
        ];

    private static async Task<Dictionary<(string, string), List<Told>>> Timetables(
        Town town, IEnumerable<(string Agreement, string Item)> items)
    {
        Dictionary<(string, string), List<Told>> timetables = [];
        foreach ((string Agreement, string Item) item in items)
        {
            JsonNode lines = (await town.Get($"/api/agreements/{item.Agreement}/items/{item.Item}/timetable")).Body!["lines"]!;
            timetables[item] = [.. lines.AsArray().Select(line => Told.Of(line!))];
        }

        return timetables;
    }

    private static IReadOnlyList<string> Faults(Answer answer) => answer.Status == 422
        ? [.. answer.Body!["errors"]!.AsArray().Select(error => $"{error!["pointer"]}: {error["detail"]}")]
        : [(string)answer.Body!["detail"]!];

    /// <summary>Who hears what when; that something waits for another notice is told by the notice.</summary>
    private static List<string> Said(JsonNode? change) =>
    [
        .. (change?["changes"]!.AsArray() ?? [])
            .Where(one => (string)one!["change"]! != "moved" || (string?)one["was"] != (string?)one["planned"])
            .Select(one =>
                $"{one!["change"]} {one["ladder"]}/{one["rung"]} {one["occurrence"]} to {one["to"]} by {one["receivedBy"]} at "
                    + $"{one["planned"]}"),
    ];

    /// <param name="Key">One notice, for good.</param>
    /// <param name="Name">The same words to the same reader.</param>
    private sealed record Told(string Key, string Name, string Planned, bool IsWritten, bool IsSaid)
    {
        public static Told Of(JsonNode line) => new(
            $"{line["ladder"]}/{line["rung"]} {line["occurrence"]} {line["to"]} {line["anchorRevision"]}",
            $"{line["ladder"]}/{line["rung"]} {line["occurrence"]} to {line["to"]} by {line["sentTo"]}",
            (string)line["planned"]!,
            (string)line["state"]! != "expected",
            (string)line["state"]! is "planned" or "sent" or "failed" || ((string)line["state"]! == "expected" && line["why"] is null));

        public static IEnumerable<string> Between(IReadOnlyList<Told> before, IReadOnlyList<Told> after)
        {
            HashSet<string> written = [.. before.Where(told => told.IsWritten).Select(told => told.Key)];
            Dictionary<string, string> was = ByName(before.Where(told => told is { IsSaid: true, IsWritten: false }));
            Dictionary<string, string> becomes = ByName(after.Where(told => told.IsSaid && !written.Contains(told.Key)));
            return was.Keys.Union(becomes.Keys).Where(name => was.GetValueOrDefault(name) != becomes.GetValueOrDefault(name)).Select(name =>
                $"{(!was.ContainsKey(name) ? "gained" : !becomes.ContainsKey(name) ? "lost" : "moved")} {name} at "
                    + $"{becomes.GetValueOrDefault(name) ?? was[name]}");
        }

        private static Dictionary<string, string> ByName(IEnumerable<Told> some) =>
            some.DistinctBy(told => told.Name).ToDictionary(told => told.Name, told => told.Planned);
    }
}
