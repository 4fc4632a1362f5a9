using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 9: what runs keeps its plan and calendars until somebody looked at what newer ones change, and said so. Tests <see cref="Rebaser"/>,
/// <see cref="TimetableForecast"/> and <see cref="RebaseAgreement"/>.
/// </summary>
public sealed class A_rebase_of_what_runs
{
    private static readonly string Path = $"/api/agreements/{Papers.Agreement}/rebase";

    private static JsonObject By(string by, string? preview = null) => new() { ["by"] = by, ["preview"] = preview };

    /// <summary>The default plan, saying its week's word some days earlier, and one word more.</summary>
    private static async Task NewPlan(Town town, string offset = "-10cd")
    {
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        JsonNode due = plan["ladders"]!.AsArray().Single(ladder => (string)ladder!["ladder"]! == "due")!;
        due["rungs"]!.AsArray().Single(rung => (string)rung!["id"]! == "week")!["offset"] = offset;
        if (due["rungs"]!.AsArray().All(rung => (string)rung!["id"]! != "quarter"))
        {
            due["rungs"]!.AsArray().Add(new JsonObject { ["id"] = "quarter", ["offset"] = "-35cd", ["to"] = new JsonArray("owner") });
        }

        (await town.Put("/api/plans/default", plan)).Status.Should().Be(200);
    }

    [Fact]
    public async Task is_the_only_way_for_a_new_plan_to_reach_what_runs()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-20 10:00");
        string before = (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.ToJsonString();
        await NewPlan(town);

        (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.ToJsonString().Should().Be(before);
        Answer look = await town.Post(Path, By("desk"));
        look.Status.Should().Be(200, look.Text);
        JsonNode change = look.Body!["items"]!.AsArray().Single()!;
        ((string)change["rebase"]!).Should().Be("plan default 2 → 3");
        Http.A_dry_run.Changes(change).Should().Equal("moved 2020-06-05 due/week law");
        ((int)(await town.Item())["planRevision"]!).Should().Be(2, "a look changes nothing");

        Answer done = await town.Post(Path, By("desk", (string)look.Body!["preview"]!));
        done.Status.Should().Be(200, done.Text);
        JsonNode item = await town.Item();
        ((int)item["planRevision"]!).Should().Be(3);
        ((string)item["rebases"]![0]!["text"]!).Should().Be("plan default 2 → 3");
        (await town.Journal()).Should().ContainSingle(entry => (string)entry["event"]! == "re-based").Which["text"]!.GetValue<string>()
            .Should().Be("plan default 2 → 3");

        await town.Until("2020-06-16 08:00");
        town.Mailbox.To("law").Where(line => line.Contains("due/", StringComparison.Ordinal))
            .Should().Equal("05-18 09:01 law: due/month", "06-05 09:01 law: due/week");
        (await town.LedgerLines()).Should().Contain("due/quarter to law: skipped", "its moment had passed before there was such a rung");
    }

    [Fact]
    public async Task does_what_was_looked_at_and_nothing_else()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await NewPlan(town);
        string seen = (string)(await town.Post(Path, By("desk"))).Body!["preview"]!;
        await NewPlan(town, "-12cd");

        (await town.Post(Path, By("desk", seen))).Problem.Should().Be("stale");
        (await town.Post(Path, By("desk", "anything"))).Problem.Should().Be("stale");
        ((int)(await town.Item())["planRevision"]!).Should().Be(2);

        string current = (string)(await town.Post(Path, By("desk"))).Body!["preview"]!;
        (await town.Post(Path, By("desk", current))).Body!["items"]!.AsArray().Should().HaveCount(1);
        Answer again = await town.Post(Path, By("desk", current));
        again.Body!["items"]!.AsArray().Should().BeEmpty("it was done, and doing it twice is no mistake");
        ((int)(await town.Item())["planRevision"]!).Should().Be(4);
    }

    [Fact]
    public async Task is_the_coordinators()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await NewPlan(town);
        (await town.Post(Path, By("law"))).Status.Should().Be(403);
        (await town.Post(Path, By("stranger"))).Pointers.Should().Equal("/by");
        (await town.Post("/api/agreements/other/rebase", By("desk"))).Status.Should().Be(404);
    }

    // A day of mourning is announced while the item runs: neither its own days nor those of its people move unseen.
    [Fact]
    public async Task brings_a_new_holiday_to_what_runs()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonNode calendar = (await town.Get("/api/calendars/CN")).Body!;
        calendar["holidays"]!.AsArray().Add(new JsonObject { ["date"] = "2020-06-16", ["name"] = "Day of mourning" });
        (await town.Put("/api/calendars/CN", calendar)).Status.Should().Be(200);
        Eve(await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Should().Be("2020-06-16T01:00:00Z");

        Answer look = await town.Post(Path, By("desk"));
        Http.A_dry_run.Changes(look.Body!["items"]![0]!).Should().Contain("moved 2020-06-15 due/eve law");
        (await town.Post(Path, By("desk", (string)look.Body!["preview"]!))).Status.Should().Be(200);
        Eve(await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Should().Be("2020-06-15T01:00:00Z");
    }

    [Fact]
    public async Task leaves_what_is_closed_alone()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("visit"));
        await town.Report();
        await town.Confirm();
        await NewPlan(town);
        (await town.Post(Path, By("desk"))).Body!["items"]!.AsArray().Select(item => (string)item!["item"]!).Should().Equal("visit");
    }

    private static string Eve(Answer timetable) =>
        (string)timetable.Body!["lines"]!.AsArray().Single(line => (string)line!["rung"]! == "eve")!["planned"]!;
}
