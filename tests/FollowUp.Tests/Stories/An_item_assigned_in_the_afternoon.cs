using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// docs/design.md §3, rule 6, and law 16: a moment already past when it is first computed is due now, and that is nobody's delay.
/// </summary>
public sealed class An_item_assigned_in_the_afternoon
{
    [Fact]
    public void of_the_day_before_it_is_due_reaches_its_owner_at_once_in_one_letter()
    {
        Story story = new(Sample.Item("2020-03-06", "2020-03-05 15:00")) { TellsLetters = true };
        story.Told("2020-03-06 12:00").Should().Be(
            """
            03-05 15:00 ana gets: Due in 1 day, on 6 March 2020: Revised protocol
            03-06 09:00 ana gets: Due today: Revised protocol
            """);
        story.LetterTo("ana", "2020-03-05 15:00").Should().Contain("Due in 1 day").And.Contain("Handed to you – please sign for it")
            .And.NotContain("late");
    }

    [Theory]
    [InlineData("2020-03-05 08:59", "03-05 09:00")]
    [InlineData("2020-03-05 09:00", "03-05 09:00")]
    [InlineData("2020-03-05 23:40", "03-05 23:40")]
    [InlineData("2020-03-07 23:40", "03-09 09:00")] // a Saturday
    [InlineData("2020-04-03 18:00", "04-03 18:00")]
    [InlineData("2020-04-06 10:00", "04-07 09:00")] // Qingming
    public void or_at_another_hour_reaches_its_owner_then_or_at_nine_of_their_next_working_day(string assigned, string heard) =>
        new Story(Sample.Item("2020-05-29", assigned)).Told("2020-04-07 12:00").Should().StartWith($"{heard} owner hears: receipt/at-once");
}
