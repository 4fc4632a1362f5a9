using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 5, 11 and 14: a request does not stop the clock, and its answer may come when even the new date has passed.</summary>
public sealed class An_extension_granted_too_late
{
    // Asked on the 5th for Friday, the 13th; granted on Wednesday, the 18th.
    [Fact]
    public void makes_it_less_late_and_tells_the_owner_before_the_levels_again() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00")) { TellsLetters = true }
            .Asks("2020-03-05 17:00", "2020-03-13").Grants("2020-03-18 10:00").ToldOf("03-1", "2020-03-21 00:00").Should().EndWith(
                """
                03-16 09:00 ana gets: Overdue by 10 days: Revised protocol
                03-17 09:00 egor gets: Overdue by 11 days: Revised protocol
                03-18 10:00 Boris grants it: due 2020-03-13, originally 2020-03-06 (7 days later), extended 1 time
                03-18 10:00 ana gets: Overdue by 5 days: Revised protocol
                03-19 09:00 dora gets: Overdue by 6 days: Revised protocol
                03-19 09:00 boris gets: Overdue by 6 days: Revised protocol
                """);

    [Fact]
    public void says_in_that_letter_that_it_was_granted_and_blames_nobody_for_a_delay()
    {
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00")) { TellsLetters = true }
            .Asks("2020-03-05 17:00", "2020-03-13").Grants("2020-03-18 10:00");
        _ = story.Told("2020-03-18 11:00");

        story.LetterTo("ana", "2020-03-18 10:00")
            .Should().Contain("Overdue by 5 days").And.Contain("Extension to 13 March 2020 granted by Boris")
            .And.Contain("Due on 13 March 2020 (agreed: 6 March 2020; extended 1 time).").And.NotContain("The delay is ours");
    }

    // While it lay there, the coordinator had moved the date further than it asked for: that stands.
    [Fact]
    public void takes_nothing_back_that_the_coordinator_gave() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00"))
            .Asks("2020-03-05 17:00", "2020-03-13").Reschedules("2020-03-06 10:00", "2020-03-27").Grants("2020-03-06 15:00")
            .ToldOf("grants", "2020-03-07 00:00")
            .Should().Be("03-06 15:00 Boris grants it: due 2020-03-27, originally 2020-03-06 (21 days later), extended 1 time");
}
