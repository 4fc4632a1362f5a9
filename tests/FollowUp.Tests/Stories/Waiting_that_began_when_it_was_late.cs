using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 13: the days that were late before stay late; only the waiting is given back. Due on Friday, 6 March 2020.</summary>
public sealed class Waiting_that_began_when_it_was_late
{
    // Waited from Thursday, the 12th, to Tuesday, the 17th: three working days, so Friday, the 6th, becomes Wednesday, the 11th.
    [Fact]
    public void takes_the_red_slip_away_and_brings_it_back()
    {
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00")) { TellsSlips = true }
            .Suspends("2020-03-12 10:00").Resumes("2020-03-17 10:00");
        story.Told("2020-03-19 00:00").Should().Be(
            """
            03-04 08:00 the slip is blue
            03-05 09:00 owner hears: due/eve
            03-06 09:00 owner hears: due/day
            03-07 00:00 the slip is red
            03-09 09:00 owner hears: overdue/again
            03-10 09:00 level-1 hears: overdue/level-1
            03-10 09:00 issuer hears: overdue/level-1
            03-12 10:00 Chen stops the clock: their text is not here
            03-12 10:00 the slip is taken away
            03-17 10:00 Chen lets it run again: waited 3 working days; due 2020-03-11, originally 2020-03-06 (5 days later)
            03-17 10:00 the slip is red
            03-17 10:00 owner hears: due/day
            03-17 10:00 owner hears: overdue/again
            03-17 10:00 owner hears: moved/at-once
            03-18 09:00 level-1 hears: overdue/level-1
            03-18 09:00 issuer hears: overdue/level-1
            """);
        story.Item.DaysLateAt(Sample.At("2020-03-12 09:00")).Should().Be(1, "of the new date");
    }

    [Fact]
    public void and_ended_within_a_weekend_moves_nothing() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00"))
            .Suspends("2020-03-07 10:00").Resumes("2020-03-08 10:00").Told("2020-03-10 00:00").Should().Be(
                """
                03-05 09:00 owner hears: due/eve
                03-06 09:00 owner hears: due/day
                03-07 10:00 Chen stops the clock: their text is not here
                03-08 10:00 Chen lets it run again: waited 0 working days; due 2020-03-06
                03-09 09:00 owner hears: overdue/again
                """);
}
