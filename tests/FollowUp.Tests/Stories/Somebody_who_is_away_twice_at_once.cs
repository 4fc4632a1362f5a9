using FollowUp.People;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 15: on leave for a month, and within it on a journey for which somebody was named.</summary>
public sealed class Somebody_who_is_away_twice_at_once
{
    [Fact]
    public void is_stood_in_for_by_who_is_named_for_that_day_and_on_the_others_by_the_next_level()
    {
        Person ana =
            Sample.Person(
                "ana", absences: [
                    new(Sample.Day("2020-03-01"), Sample.Day("2020-03-31"), null),
                    new(Sample.Day("2020-03-05"), Sample.Day("2020-03-05"), "boris"),
                ]);
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00"), cast: Sample.Cast(ana)) { TellsNames = true }.Told("2020-03-07 00:00")
            .Should().Be(
            """
            03-05 09:00 boris hears: due/eve (ana absent → boris)
            03-06 09:00 dora hears: due/day (ana absent → dora)
            """);
    }
}
