using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Laws 3 and 4: what was said is in the ledger, and is not said again because somebody corrected a clock.</summary>
public sealed class A_clock_set_back_an_hour
{
    [Fact]
    public async Task says_nothing_twice_and_forgets_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-17 09:30");
        town.SetBack(TimeSpan.FromHours(1));
        await town.Until("2020-06-18 09:30");
        town.SetBack(TimeSpan.FromHours(1));
        await town.Until("2020-06-19 12:00");

        town.Mailbox.Since("2020-06-17 00:00").Should().Equal(
            "06-17 09:01 law: due/day", "06-18 09:01 law: overdue/again", "06-19 09:01 first: overdue/level-1",
            "06-19 09:01 lead: overdue/level-1");
    }

    // The letter is decided on, and not yet packed, when the clock jumps.
    [Fact]
    public async Task within_the_minute_of_a_letter_delays_it_and_doubles_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-17 09:00");
        town.SetBack(TimeSpan.FromHours(1));
        await town.Until("2020-06-17 12:00");

        town.Mailbox.Since("2020-06-17 00:00").Should().Equal("06-17 09:01 law: due/day");
    }
}
