using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Silence is a signal: where a plan says so, the coordinator hears that nobody has said anything, and whatever is said begins the count
/// anew.
/// </summary>
public sealed class An_item_of_which_nothing_is_heard
{
    private static readonly Plan Listening = Sample.Ladders with
    {
        Id = "listening",
        Ladders =
        [
            .. Plan.Default.Ladders.Where(ladder => ladder.Name != LadderName.Silence),
            new(LadderName.Silence,
            [
                Rung.Repeated("watch", "+10wd", "+10wd", 3, Role.Coordinator),
                Rung.Once("level-1", "+15wd", "level-1"),
            ]),
        ],
    };

    // The tenth working day after 18 March is 1 April; 6 April is a holiday, and 26 April is worked for one.
    [Fact]
    public void comes_to_the_coordinator_and_then_to_those_above() =>
        new Story(Doings.Signed("2020-04-30", "2020-03-02 08:00"), Listening)
            .TellsHowFar("2020-03-18 10:00", "half of it").Told("2020-05-05 00:00").Should().Be(
                """
                03-16 09:00 coordinator hears: silence/watch
                03-18 10:00 Ana says: half of it
                03-31 09:00 owner hears: due/month
                04-01 09:00 coordinator hears: silence/watch
                04-09 09:00 level-1 hears: silence/level-1
                04-16 09:00 coordinator hears: silence/watch 1
                04-23 09:00 owner hears: due/week
                04-29 09:00 owner hears: due/eve
                04-29 09:00 coordinator hears: silence/watch 2
                04-30 09:00 owner hears: due/day
                """);

    /// <summary>Whatever anybody does about it is word; while it waits for the other side, nobody is expected to give any.</summary>
    [Fact]
    public void is_not_silent_while_somebody_moves_it_or_its_clock_stands() =>
        new Story(Doings.Signed("2020-08-31", "2020-03-02 08:00"), Listening)
            .HandsTo("2020-03-12 10:00", "gleb").Signs("2020-03-20 10:00", "gleb")
            .Suspends("2020-03-27 10:00").Resumes("2020-05-29 10:00").Told("2020-06-12 23:00")
            .Should().NotContain(
            "03-16 09:00 coordinator").And.NotContain("silence/watch 1").And.Contain("06-12 09:00 coordinator hears: silence/watch");
}
