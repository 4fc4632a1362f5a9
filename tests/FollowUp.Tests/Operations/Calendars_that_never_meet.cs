using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 18: an item whose calendars have no working day in common says nothing to anybody, and is none. Due on Wednesday, 17 June 2020.
/// Tests <see cref="ItemAcceptance"/>.
/// </summary>
public sealed class Calendars_that_never_meet
{
    private static readonly string[] NoSaturday = ["monday", "tuesday", "wednesday", "thursday", "friday", "sunday"];

    private static readonly string Path = $"/api/agreements/{Papers.Agreement}/rebase";

    // They rest when the item can move, and still must know that it is theirs, and late.
    [Fact]
    public async Task because_somebody_works_on_Saturdays_let_them_hear_on_Saturdays()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Keep("SAT", "2020-06-06", weekend: NoSaturday);
        await town.MoveTo("law-2", "Asia/Shanghai", "SAT");
        await town.Until("2020-06-10 10:00");
        (await town.HandTo("law-2")).Status.Should().Be(200);
        await town.Until("2020-06-20 12:00");

        town.Mailbox.To("law-2")
            .Should().Equal("06-10 10:01 law-2: due/week", "06-13 09:01 law-2: due/day, receipt/watch", "06-20 09:01 law-2: overdue/again");
        ((string)(await town.Ledger()).Single(row => (string)row["ladder"]! == "overdue" && (string)row["to"]! == "law-2")["explanation"]!)
            .Should().Be("moved from 18 Jun: weekend (SAT)");
    }

    [Fact]
    public async Task are_not_what_an_item_is_re_based_to()
    {
        await using Town town = await Joint();
        await town.Keep("FAR", "2020-06-06", weekend: NoSaturday);

        Answer look = await town.Post(Path, Papers.By("desk"));
        look.Status.Should().Be(422, look.Text);
        look.Text.Should().Contain("NEAR and FAR have no working day in common");
        await town.Until("2020-06-17 12:00");
        town.Mailbox.To("law").Should().Contain("06-17 09:01 law: due/day", "it keeps the days that it has");
    }

    // What was accepted goes on, whatever becomes of the one that should follow it.
    [Fact]
    public async Task open_no_next_occurrence_and_stop_nothing_that_runs()
    {
        await using Town town = await Joint("FREQ=WEEKLY;COUNT=3");
        await town.Keep("FAR", "2020-06-06", weekend: NoSaturday);
        await town.Until("2020-06-18 12:00");

        (await town.Get(Town.PathOf($"{Papers.Item}-2"))).Status.Should().Be(404);
        ((string)(await town.Item())["warnings"]!.AsArray().Single()!)
            .Should().StartWith("The next occurrence, due 2020-06-24, was not opened: NEAR and FAR have no working day in common")
            .And.EndWith(". Register it by hand.");
        town.Mailbox.To("law").Should().Contain("06-18 09:01 law: overdue/again");
    }

    private static async Task<Town> Joint(string? recurrence = null)
    {
        Town town = await Town.Of("2020-05-11 10:00");
        await town.Keep("NEAR", "2020-06-08");
        await town.Keep("FAR", "2020-06-08");
        JsonObject item = Papers.ItemOf();
        (item["calendars"], item["recurrence"]) = (new JsonArray("NEAR", "FAR"), recurrence);
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, item))).Status.Should().Be(201);
        return town;
    }
}
