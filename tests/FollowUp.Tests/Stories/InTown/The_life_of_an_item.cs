using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Laws 12, 13 and 14, by calls and letters: left alone, late, reported and not answered, withdrawn.</summary>
public sealed class The_life_of_an_item
{
    [Fact]
    public async Task that_nobody_touches_is_a_row_of_letters_at_the_exact_moments_of_its_plan()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        await town.Until("2020-07-10 12:00");

        town.Letters.Should().Equal(
            "05-11 10:01 law: receipt/at-once",
            "05-13 09:01 law: receipt/again",
            "05-14 09:01 desk: receipt/watch",
            "05-14 09:01 law: receipt/watch",
            "05-18 09:01 first: receipt/level-1",
            "05-18 09:01 law: due/month",
            "06-10 09:01 law: due/week",
            "06-16 09:01 law: due/eve",
            "06-17 09:01 law: due/day",
            "06-18 09:01 law: overdue/again",
            "06-19 09:01 first: overdue/level-1",
            "06-19 09:01 lead: overdue/level-1",
            "06-22 09:11 first: review/week",
            "06-22 09:11 second: review/week",
            "06-22 09:11 third: review/week",
            "06-28 09:01 law: overdue/again #1",
            "06-29 09:01 second: overdue/level-2",
            "06-29 09:11 first: review/week #1",
            "06-29 09:11 second: review/week #1",
            "06-29 09:11 third: review/week #1",
            "07-03 09:01 law: overdue/again #2",
            "07-06 09:11 first: review/week #2",
            "07-06 09:11 second: review/week #2",
            "07-06 09:11 third: review/week #2",
            "07-09 09:01 third: overdue/level-3",
            "07-10 09:01 law: overdue/again #3");
    }

    /// <summary>Laws 12 and 14.</summary>
    [Fact]
    public async Task that_was_late_ends_with_word_to_all_who_were_told_so_and_then_silence()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-22 10:00");

        (await town.Report()).Status.Should().Be(200);
        await town.Until("2020-06-23 10:00");
        (await town.SendBack("The annex is missing.")).Status.Should().Be(200);
        await town.Until("2020-06-24 10:00");
        (await town.Report()).Status.Should().Be(200);
        await town.Until("2020-06-24 15:00");
        (await town.Confirm()).Status.Should().Be(200);
        await town.Until("2021-01-31 10:00");

        town.Mailbox.Since("2020-06-18 00:00").Should().Equal(
            "06-18 09:01 law: overdue/again",
            "06-19 09:01 first: overdue/level-1",
            "06-19 09:01 lead: overdue/level-1",
            "06-22 09:11 first: review/week",
            "06-22 09:11 second: review/week",
            "06-22 09:11 third: review/week",
            "06-22 10:01 lead: confirmation/at-once",
            "06-23 10:01 law: returned/at-once",
            "06-24 10:01 lead: confirmation/at-once",
            "06-24 15:01 desk: closing/done",
            "06-24 15:01 first: closing/done",
            "06-24 15:01 law: closing/done",
            "06-24 15:01 lead: closing/done",
            "06-24 15:01 second: closing/done",
            "06-24 15:01 third: closing/done");
        (await town.Item())["state"]!.GetValue<string>().Should().Be("confirmed");
        (await town.Item())["nextAt"].Should().BeNull();
    }

    [Fact]
    public async Task whose_report_nobody_answers_goes_up_from_the_issuer()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-12 10:00");
        await town.Report();

        await town.Until("2020-06-30 10:00");

        town.Mailbox.Since("2020-05-12 00:00").Should().Equal(
            "05-12 10:01 lead: confirmation/at-once",
            "05-19 09:01 lead: confirmation/again",
            "05-21 09:01 desk: confirmation/watch",
            "05-26 09:01 first: confirmation/level-1");
    }

    [Fact]
    public async Task that_is_withdrawn_ends_at_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-12 10:00");

        await town.Put($"{Town.PathOf(Papers.Item)}/withdrawal",
            new System.Text.Json.Nodes.JsonObject { ["by"] = "desk", ["reason"] = "Overtaken by the treaty." });
        await town.Until("2020-07-31 10:00");

        town.Mailbox.Since("2020-05-12 00:00").Should().Equal(
            "05-12 10:01 desk: closing/done", "05-12 10:01 law: closing/done", "05-12 10:01 lead: closing/done");
    }
}
