using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Laws 10 and 11, by calls and letters. Due on Wednesday, 17 June 2020. Elsewhere a new date loses the story of the old one.
/// </summary>
public sealed class An_extension_asked_for_over_HTTP
{
    [Fact]
    public async Task on_the_day_after_is_refused_with_the_reason()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-06-17 23:59");
        (await town.Ask("2020-07-01")).Status.Should().Be(201, "the due date itself is in time");

        await using Town late = await Town.With(Papers.ItemOf());
        await late.Until("2020-06-18 00:00");
        Answer refused = await late.Ask("2020-07-01");

        (refused.Status, refused.Problem).Should().Be((409, "not-now"));
        ((string)refused.Body!["detail"]!)
            .Should().Be("Item protocol cannot be extended: its due date, 2020-06-17, has passed; the coordinator may reschedule it.");
    }

    [Fact]
    public async Task is_granted_twice_and_not_a_third_time_and_the_date_that_was_agreed_stays_in_all_that_is_said()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-17 17:00");
        (await town.Ask("2020-07-01")).Status.Should().Be(201);
        (await town.Grant(1, by: "desk")).Status.Should().Be(403, "it is the issuer who decides");
        (await town.Grant(1)).Status.Should().Be(200);
        await town.Until("2020-07-01 17:00");
        (await town.Ask("2020-07-10")).Status.Should().Be(201);
        (await town.Grant(2)).Status.Should().Be(200);
        await town.Until("2020-07-10 12:00");
        Answer third = await town.Ask("2020-07-31");
        await town.Until("2020-07-14 12:00");

        (third.Status, (string)third.Body!["detail"]!)
            .Should().Be((409, "Item protocol cannot be extended: it was extended 2 times already, and its plan allows 2."));
        JsonNode item = await town.Item();
        ((string)item["originalDueOn"]!, (string)item["dueOn"]!, (int)item["slippage"]!["days"]!, (int)item["slippage"]!["extensions"]!)
            .Should().Be(("2020-06-17", "2020-07-10", 23, 2));
        (await town.Journal()).Where(entry => ((string)entry["event"]!).StartsWith("extension", StringComparison.Ordinal))
            .Select(entry => $"{entry["event"]} by {entry["by"]}: {entry["text"]}").Should().Equal(
            "extension-asked by law: to 2020-07-01, due 2020-06-17: The annex is being translated.",
            "extension-granted by lead: due 2020-07-01, originally 2020-06-17 (14 days later), extended 1 time",
            "extension-asked by law: to 2020-07-10, due 2020-07-01, originally 2020-06-17 (14 days later), extended 1 time: The annex is "
                + "being translated.",
            "extension-granted by lead: due 2020-07-10, originally 2020-06-17 (23 days later), extended 2 times");
        town.Mailbox.Since("2020-07-10 00:00").Should().Equal(
            "07-10 09:01 law: due/day", "07-13 09:01 law: overdue/again", "07-14 09:01 first: overdue/level-1",
            "07-14 09:01 lead: overdue/level-1");
        town.Mailbox.Arrived[^1].Written.Text.Should().Contain("Due on 10 July 2020 (agreed: 17 June 2020; extended 2 times).");
    }
}
