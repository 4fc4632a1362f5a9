using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 13 and 15.</summary>
public sealed class An_item_handed_over_while_it_waits
{
    [Fact]
    public void is_told_to_both_at_once_and_asked_for_when_it_goes_on()
    {
        Story story =
            new Story(Doings.Signed("2020-05-29", "2020-03-02 08:00"), cast: Sample.Cast(Sample.Person("hana"))) { TellsLetters = true }
            .Suspends("2020-03-10 10:00").HandsTo("2020-03-24 10:00", "hana").Resumes("2020-03-31 10:00");
        story.Told("2020-04-02 12:00").Should().Be(
            """
            03-10 10:00 Chen stops the clock: their text is not here
            03-24 10:00 Chen hands it to Hana
            03-24 10:00 ana gets: Handed over to Hana: Revised protocol
            03-24 10:00 hana gets: Handed to you, and waiting for the other side: Revised protocol
            03-31 10:00 Chen lets it run again: waited 15 working days; due 2020-06-19, originally 2020-05-29 (21 days later)
            03-31 10:00 hana gets: The clock runs again: due on 19 June 2020: Revised protocol
            04-02 09:00 hana gets: Handed to you – please sign for it: Revised protocol
            """);
    }
}
