using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>Tests <see cref="OccurrenceOpener"/>.</summary>
public sealed class An_item_that_comes_round_by_itself
{
    private static JsonObject Meeting(string rule = "FREQ=MONTHLY;COUNT=3")
    {
        JsonObject item = Papers.ItemOf("meet", "2020-05-20");
        item["recurrence"] = rule;
        return item;
    }

    [Fact]
    public async Task is_opened_anew_for_each_occurrence_however_the_last_one_went()
    {
        await using Town town = await Town.With(Meeting());
        await town.Put($"{Town.PathOf("meet")}/receipt", Papers.By("law"));
        await town.Until("2020-05-21 09:30");

        (await town.Item("meet"))["recurrence"]!["next"]!.GetValue<string>().Should().Be("meet-2");
        JsonNode second = await town.Item("meet-2");
        ((string)second["dueOn"]!).Should().Be("2020-06-20");
        ((string)second["state"]!).Should().Be("assigned");
        town.Mailbox.To("law").Should().Contain("05-21 09:01 law: overdue/again, due/month, receipt/at-once", "at the plan's hour");
        ((int)second["recurrence"]!["number"]!).Should().Be(2);

        await town.Until("2020-07-25 10:00");
        ((string)(await town.Item("meet-3"))["dueOn"]!).Should().Be("2020-07-20");
        (await town.Get(Town.PathOf("meet-4"))).Status.Should().Be(404, "the rule counts to three");
        (await town.Get($"/api/agreements/{Papers.Agreement}")).Body!["items"]!.ToJsonString()
            .Should().Be("""["meet","meet-2","meet-3"]""");
    }

    [Fact]
    public async Task comes_round_also_when_it_was_done_early()
    {
        await using Town town = await Town.With(Meeting());
        await town.Put($"{Town.PathOf("meet")}/completion", Papers.Done("law"));
        await town.Put($"{Town.PathOf("meet")}/confirmation", Papers.By("lead"));
        await town.Until("2020-05-20 23:00");
        (await town.Get(Town.PathOf("meet-2"))).Status.Should().Be(404);
        await town.Until("2020-05-21 00:01");
        (await town.Get(Town.PathOf("meet-2"))).Status.Should().Be(200);
    }

    // Law 1, and law 5: months of downtime open each occurrence once, and the owner hears of them in one letter.
    [Fact]
    public async Task is_caught_up_with_after_an_outage()
    {
        await using Town town = await Town.With(Meeting());
        await town.Stop();
        await town.Tables.LoseHub();
        town.SleepUntil("2020-07-21 10:00");
        await town.Start();
        await town.Minutes(8);

        (await town.Journal()).Where(entry => (string?)entry["event"] == "assigned").Select(entry => (string?)entry["item"])
            .Should().Equal("meet", "meet-2", "meet-3");
        ((string)(await town.Item("meet-2"))["assignedAt"]!).Should().Be("2020-05-20T16:00:00Z");
    }

    [Fact]
    public async Task ends_by_a_verb_of_its_own_and_not_with_an_occurrence_that_is_withdrawn()
    {
        await using Town town = await Town.With(Meeting());
        JsonObject word = new() { ["by"] = "desk", ["reason"] = "agreed otherwise" };
        (await town.Put($"{Town.PathOf("meet")}/withdrawal", word)).Status.Should().Be(200);
        await town.Until("2020-06-10 10:00");
        (await town.Get(Town.PathOf("meet-2"))).Status.Should().Be(200);

        (await town.Put($"{Town.PathOf("meet-2")}/series-end", word)).Status.Should().Be(200);
        await town.Until("2020-07-10 10:00");
        (await town.Get(Town.PathOf("meet-3"))).Status.Should().Be(404);
    }

    // Law 9: what runs keeps its plan; what begins has today's.
    [Fact]
    public async Task takes_the_plan_of_the_day_it_is_opened()
    {
        await using Town town = await Town.With(Meeting());
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        plan["hour"] = "08:30";
        (await town.Put("/api/plans/default", plan)).Status.Should().Be(200);
        await town.Until("2020-05-21 10:00");

        ((int)(await town.Item("meet"))["planRevision"]!).Should().Be(2);
        ((int)(await town.Item("meet-2"))["planRevision"]!).Should().Be(3);
    }

    [Fact]
    public async Task keeps_the_names_of_its_occurrences()
    {
        await using Town town = await Town.With(Meeting());
        Answer answer = await town.Post($"/api/agreements/{Papers.Agreement}/items", Papers.ItemOf("meet-2", "2020-06-20"));
        answer.Status.Should().Be(422);
        answer.Pointers.Should().Equal("/id");
        (await town.Post("/api/agreements", Papers.AgreementOf("other", Meeting(), Papers.ItemOf("meet-7")))).Pointers
            .Should().Equal("/items/1/id");
    }
}
