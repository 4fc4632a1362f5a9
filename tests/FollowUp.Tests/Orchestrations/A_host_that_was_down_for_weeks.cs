using FollowUp.Orchestrations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>Laws 4, 5 and 6. Tests <see cref="FollowItem"/> and <see cref="Advance"/>.</summary>
public sealed class A_host_that_was_down_for_weeks
{
    [Fact]
    public async Task sends_the_newest_of_each_ladder_and_escalates_a_working_day_later()
    {
        await using Town town = await Outage.OverTheDueDate();

        await town.Until("2020-07-02 12:00");

        town.Mailbox.Since("2020-06-09 00:00").Should().Equal(
            "06-30 10:01 law: overdue/again #1, due/day",
            "07-01 09:01 first: overdue/level-1",
            "07-01 09:01 lead: overdue/level-1",
            "07-01 09:01 second: overdue/level-2");
        (await town.LedgerLines()).Should().Contain([
            "due/week to law: superseded", "due/eve to law: superseded", "due/day to law: sent",
            "overdue/again to law: superseded", "overdue/again #1 to law: sent"]);
        string letter =
            town.Mailbox.Arrived.Single(arrival => arrival.At > Town.Moment("2020-06-30 00:00") && arrival.To == "law").Written.Text;
        letter.Should().Contain(
            "This notice was planned for Sun 28 Jun 2020 09:00; it reaches you 2 days late. The delay is ours, not yours.");
    }
}
