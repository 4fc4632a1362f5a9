using System.Text.Json.Nodes;
using FollowUp.Parsing;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Laws 1, 2, 3, 15 and 16, by calls and letters. Two agreements, five items, three units, all due on Wednesday, 17 June 2020. Tests
/// <see cref="PlanParser"/> with it.
/// </summary>
public sealed class A_leader_who_reads_one_letter_a_week
{
    [Fact]
    public async Task finds_everything_below_them_in_it_by_unit_and_nothing_where_nothing_is_late()
    {
        await using Town town = await Busy();
        _ = await town.Put($"{Town.PathOf("annex")}/completion", Papers.Done("law"));
        await town.Until("2020-06-22 12:00");

        string text = town.Mailbox.Arrived.Single(arrival => arrival.To == "second").Written.Text;
        text.Should().ContainAll(
            "Overdue below you: 4 items of 2 units", "The law office: 2 items overdue", "The law-2 office: 2 items overdue")
            .And.NotContain("Revise the annex");
        foreach (string item in new[] { "protocol", "visit" })
        {
            foreach (string path in new[] { Town.PathOf(item), $"/api/agreements/others/items/{item}" })
            {
                _ = await town.Put($"{path}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "agreed otherwise" });
            }
        }

        await town.Until("2020-07-13 12:00");
        town.Mailbox.To("second").Should().NotContain(line => line.Contains("review/week #"), "nothing is late any more");
    }

    // Law 15: whoever stands in reads it, with the trace in the ledger; law 3: to which address, under which Message-ID.
    [Fact]
    public async Task is_stood_in_for_when_they_are_away_and_the_ledger_says_so()
    {
        await using Town town = await Busy();
        JsonObject second = Papers.PersonOf("second");
        second["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-20", ["to"] = "2020-06-24", ["substitute"] = "third" });
        (await town.Put("/api/people/second", second)).Status.Should().Be(200);
        await town.Until("2020-06-22 12:00");

        town.Mailbox.To("second").Should().BeEmpty();
        Arrival letter = town.Mailbox.Arrived.Single(arrival => arrival.To == "third");
        letter.Written.Text.Should().ContainAll("Overdue below you: 5 items of 2 units", "in place of The second office");
        JsonNode row = (await town.Get($"{Town.PathOf("protocol")}/ledger")).Body!["rows"]!.AsArray()
            .Single(row => ((string)row!["ladder"]!, (string)row["to"]!) == ("review", "second"))!;
        ((string)row["trace"]!, (string)row["messageId"]!, (string)row["state"]!).Should().Be(
            ("second absent → third", letter.MessageId, "sent"));
    }

    // Law 1: whatever is lost with a host that is killed while the letter gathers, it goes out once.
    [Fact]
    public async Task gets_it_once_though_the_host_dies_while_it_gathers()
    {
        await using Town town = await Busy();
        await town.Until("2020-06-22 09:05");
        await town.Kill();
        await town.Start();
        await town.Until("2020-06-22 12:00");

        town.Mailbox.To("second").Should().ContainSingle().Which.Should().StartWith("06-22 09:1");
    }

    [Fact]
    public async Task reads_it_on_the_day_and_hour_of_the_plan()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        plan["review"]!.ToJsonString().Should().Be("""{"day":"monday"}""");
        plan["review"] = new JsonObject { ["day"] = "friday", ["hour"] = "16:30" };
        (await town.Put("/api/plans/default", plan)).Body!["review"]!.ToJsonString().Should().Be("""{"day":"friday","hour":"16:30"}""");
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        await town.Until("2020-06-30 12:00");

        town.Mailbox.To("third").Should().Equal("06-19 16:41 third: review/week", "06-28 16:41 third: review/week #1");
    }

    [Theory]
    [InlineData("""{ "day": "someday" }""", "/review/day", "must be one of")]
    [InlineData("""{ "day": "monday", "hour": "9 o'clock" }""", "/review/hour", "must be")]
    [InlineData("""{ "weekday": "monday" }""", "/review/weekday", "unknown")]
    [InlineData("\"monday\"", "/review", "must be")]
    public async Task is_not_promised_what_cannot_be_followed(string review, string pointer, string why)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        plan["review"] = JsonNode.Parse(review);

        Answer answer = await town.Put("/api/plans/default", plan);

        (answer.Status, answer.Pointers.Single()).Should().Be((422, pointer));
        answer.Text.Should().Contain(why);
    }

    [Fact]
    public async Task is_not_told_by_a_plan_of_what_its_owner_is_never_told()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        plan["ladders"]!.AsArray().Remove(plan["ladders"]!.AsArray().Single(ladder => (string)ladder!["ladder"]! == "overdue"));

        Answer answer = await town.Put("/api/plans/default", plan);

        (answer.Status, answer.Pointers.Single()).Should().Be((422, "/review"));
        answer.Text.Should().Contain("let the overdue ladder speak to the owner");
        plan.AsObject().Remove("review");
        (await town.Put("/api/plans/default", plan)).Status.Should().Be(200, "a plan may have no weekly review");
    }

    private static async Task<Town> Busy()
    {
        Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"), Papers.ItemOf("visit", owner: "law-2"));
        (await town.Post("/api/agreements", Papers.AgreementOf("others", Papers.ItemOf(), Papers.ItemOf("visit", owner: "law-2"))))
            .Status.Should().Be(201);
        return town;
    }
}
