namespace FollowUp.Tests.Following;

public sealed class An_item_that_nobody_signs_for
{
    // Handed over on a Saturday: Ana hears on Monday, and the working days count from the Saturday.
    [Fact]
    public void reaches_the_first_level_after_a_week() =>
        new Story(Sample.Item("2020-05-29", "2020-03-07 10:00")).Told("2020-03-20 18:00").Should().Be(
            """
            03-09 09:00 owner hears: receipt/at-once
            03-10 09:00 owner hears: receipt/again
            03-11 09:00 owner hears: receipt/watch
            03-11 09:00 coordinator hears: receipt/watch
            03-13 09:00 level-1 hears: receipt/level-1
            """);
}
