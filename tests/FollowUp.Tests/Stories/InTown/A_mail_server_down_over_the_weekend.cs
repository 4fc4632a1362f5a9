using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Law 5: our downtime is never people's noise, and never their fault. Due on Friday, 19 June 2020.</summary>
public sealed class A_mail_server_down_over_the_weekend
{
    [Fact]
    public async Task loses_no_letter_alarms_nobody_and_lets_nobody_above_hear_before_the_owner()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2020-06-19"));
        await town.Sign();
        await Down(town, "2020-06-19 08:00", "2020-06-22 08:00");

        await town.Until("2020-06-24 12:00");

        town.Mailbox.Since("2020-06-19 00:00").Should().Equal(
            "06-22 09:01 law: overdue/again",
            "06-22 09:16 law: due/day",
            "06-23 09:01 first: overdue/level-1",
            "06-23 09:01 lead: overdue/level-1");
        string late = town.Mailbox.Arrived.Single(letter => letter.ToString().EndsWith("due/day", StringComparison.Ordinal)).Written.Text;
        late.Should().Contain("The due date, 19 June 2020, has passed")
            .And.Contain("it reaches you 3 days late. The delay is ours, not yours.");
    }

    // From Wednesday: the words of Thursday and of Friday would have come on Monday one after the other.
    [Fact]
    public async Task leaves_of_several_words_of_one_ladder_the_newest()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2020-06-19"));
        await town.Sign();
        await Down(town, "2020-06-17 08:00", "2020-06-22 08:00");

        await town.Until("2020-06-22 12:00");

        town.Mailbox.Since("2020-06-17 00:00").Should().Equal("06-22 09:01 law: overdue/again", "06-22 09:16 law: due/day");
        (await town.Ledger()).Where(row => (string)row["ladder"]! == "due")
            .Select(row => $"{row["rung"]}: {row["state"]} {row["why"]}".Trim()).Should().Equal(
            "month: sent", "week: sent", "eve: superseded superseded by due/day/0 to law", "day: sent");
    }

    private static async Task Down(Town town, string from, string to)
    {
        await town.Until(from);
        town.Mailbox.Before = _ => town.Now < Town.Moment(to) ? throw new DeliveryDelayedException("The test", new IOException())
            : Task.CompletedTask;
    }
}
