using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 14: whoever was told that it is late is told that it is over, also where it was never done. Due on Friday, 6 March 2020.
/// </summary>
public sealed class A_late_item_that_is_withdrawn
{
    [Fact]
    public void is_told_to_all_who_had_heard_and_to_nobody_else_and_then_there_is_silence()
    {
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00")) { TellsLetters = true }.Withdraws("2020-03-18 10:00");
        story.Told().Should().Be(
            """
            03-05 09:00 ana gets: Due in 1 day, on 6 March 2020: Revised protocol
            03-06 09:00 ana gets: Due today: Revised protocol
            03-09 09:00 ana gets: Overdue by 3 days: Revised protocol
            03-10 09:00 dora gets: Overdue by 4 days: Revised protocol
            03-10 09:00 boris gets: Overdue by 4 days: Revised protocol
            03-16 09:00 ana gets: Overdue by 10 days: Revised protocol
            03-17 09:00 egor gets: Overdue by 11 days: Revised protocol
            03-18 10:00 Chen withdraws it
            03-18 10:00 ana gets: Withdrawn by Chen: Revised protocol
            03-18 10:00 boris gets: Withdrawn by Chen: Revised protocol
            03-18 10:00 chen gets: Withdrawn by you: for your file: Revised protocol
            03-18 10:00 dora gets: Withdrawn by Chen: Revised protocol
            03-18 10:00 egor gets: Withdrawn by Chen: Revised protocol
            """);
        story.LetterTo("egor", "2020-03-18 10:00").Should().Contain("“agreed otherwise”. You will hear no more of it.");
    }

    // Withdrawn within the minute in which the letter to the second level is packed.
    [Fact]
    public void on_the_minute_of_an_escalation_spares_that_level_both() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00")) { TellsSilence = true, TellsNames = true }.Withdraws("2020-03-17 09:01")
            .ToldOf("egor").Should().Be(
            "03-17 09:01 egor is spared: overdue/level-2, overtaken");
}
