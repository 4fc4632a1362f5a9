using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 15: whoever owns it again is no former owner.</summary>
public sealed class An_item_handed_over_and_back
{
    [Fact]
    public void is_signed_for_anew_and_nothing_that_was_said_is_said_again() =>
        new Story(Doings.Signed("2020-05-29", "2020-04-27 08:00"), cast: Sample.Cast(Sample.Person("hana"))) { TellsNames = true }
            .HandsTo("2020-05-06 10:00", "hana").HandsTo("2020-05-25 10:00", "ana").Signs("2020-05-25 11:00")
            .Told("2020-05-30 00:00").Should().Be(
                """
                04-29 09:00 ana hears: due/month
                05-06 10:00 Chen hands it to Hana
                05-06 10:00 hana hears: due/month
                05-06 10:00 hana hears: receipt/at-once
                05-06 10:00 ana hears: handover/at-once
                05-08 09:00 hana hears: receipt/again
                05-09 09:00 hana hears: receipt/watch
                05-09 09:00 chen hears: receipt/watch
                05-12 09:00 dora hears: receipt/level-1
                05-22 09:00 hana hears: due/week
                05-25 10:00 Chen hands it to Ana
                05-25 10:00 ana hears: due/week
                05-25 10:00 ana hears: receipt/at-once
                05-25 10:00 hana hears: handover/at-once
                05-25 11:00 Ana signs for it
                05-28 09:00 ana hears: due/eve
                05-29 09:00 ana hears: due/day
                """);

    // What was asked, answered and moved was between the others; the due date stands in every letter.
    [Fact]
    public void does_not_tell_a_new_owner_of_the_answers_to_the_old_one()
    {
        Story story =
            new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"), cast: Sample.Cast(Sample.Person("hana"))) { TellsLetters = true }
            .Asks("2020-03-05 10:00", "2020-05-29").Grants("2020-03-05 11:00").Reschedules("2020-03-12 10:00", "2020-06-12")
            .HandsTo("2020-04-14 10:00", "hana");
        story.ToldOf("hana gets", "2020-04-15 00:00")
            .Should().Be("04-14 10:00 hana gets: Handed to you – please sign for it: Revised protocol");
        story.LetterTo("hana", "2020-04-14 10:00").Should().Contain("Due on 12 June 2020 (agreed: 6 March 2020; extended 1 time).");
    }
}
