using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>docs/design.md §3, the receipt ladder: an owner who does not sign may not have seen it, and somebody must learn so.</summary>
public sealed class An_item_that_nobody_signs_for
{
    // Handed over on a Saturday: Ana hears on Monday, and the working days count from the Saturday.
    [Fact]
    public void reaches_the_first_level_after_a_week() =>
        new Story(Sample.Item("2020-05-29", "2020-03-07 10:00")) { TellsSlips = true }.Signs("2020-03-18 10:00").Told("2020-03-20 18:00")
            .Should().Be(
            """
            03-09 09:00 owner hears: receipt/at-once
            03-10 09:00 owner hears: receipt/again
            03-11 09:00 owner hears: receipt/watch
            03-11 09:00 coordinator hears: receipt/watch
            03-13 09:00 level-1 hears: receipt/level-1
            03-15 00:00 the slip is yellow
            03-18 10:00 Ana signs for it
            03-18 10:00 the slip is taken away
            """);

    [Fact]
    public void because_a_letter_was_never_sent_is_not_told_to_those_above() =>
        new Story(Sample.Item("2020-05-29", "2020-03-07 10:00")).Down("2020-03-08 00:00", "2020-03-23 14:00").Told("2020-03-25 00:00")
            .Should().Be(
            """
            03-23 14:00 owner hears: receipt/watch
            03-23 14:00 coordinator hears: receipt/watch
            03-24 09:00 level-1 hears: receipt/level-1
            """);
}
