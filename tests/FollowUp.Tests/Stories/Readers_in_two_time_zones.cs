using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 7: nine o'clock is the reader's own; the date is the item's.</summary>
public sealed class Readers_in_two_time_zones
{
    private static readonly Contacts Cast =
        Sample.Cast(Sample.Person("boris", Sample.Moscow, "RU"), Sample.Person("dora", "Asia/Vladivostok", "RU"));

    // Monday, the 9th, was off in Russia: it does not hold up the owner, and the levels hear on the 10th anyway.
    [Fact]
    public void each_get_it_at_nine_of_their_own() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00"), cast: Cast).Told("2020-03-11 00:00").Should().Be(
            """
            03-05 09:00 owner hears: due/eve
            03-06 09:00 owner hears: due/day
            03-09 09:00 owner hears: overdue/again
            03-10 07:00 level-1 hears: overdue/level-1, at 09:00 in Vladivostok
            03-10 14:00 issuer hears: overdue/level-1, at 09:00 in Moscow
            """);

    // In Vladivostok the next day begins two hours before it does where the item is due.
    [Fact]
    public void are_late_by_the_item_and_not_by_themselves()
    {
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00") with { Owner = "dora" }, cast: Cast)
        {
            TellsSlips = true,
            TellsNames = true,
        }
            .Asks("2020-03-06 23:30", "2020-03-13", who: "dora");
        story.Told("2020-03-07 12:00").Should().Be(
            """
            03-05 08:00 the slip is blue
            03-05 08:00 dora hears: due/eve, at 10:00 in Vladivostok
            03-06 07:00 dora hears: due/day, at 09:00 in Vladivostok
            03-06 23:30 Dora asks for 2020-03-13
            03-06 23:30 boris hears: extension/at-once, at 18:30 in Moscow
            03-07 00:00 the slip is red
            """);
    }
}
