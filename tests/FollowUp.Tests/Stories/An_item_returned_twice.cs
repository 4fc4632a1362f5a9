using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 12: done means confirmed, and each report asks for its own answer.</summary>
public sealed class An_item_returned_twice
{
    [Fact]
    public void hears_of_both_reasons_and_is_asked_for_a_third_time() =>
        Twice().Reports("2020-03-20 10:00").Confirms("2020-03-20 15:00").Told().Should().Be(
            """
            03-05 09:00 ana gets: Due in 1 day, on 6 March 2020: Revised protocol
            03-05 10:00 Ana reports it done
            03-05 10:00 boris gets: Reported done – please confirm or return: Revised protocol
            03-05 15:00 Boris sends it back: not signed
            03-05 15:00 ana gets: Sent back to you by Boris: Revised protocol
            03-06 09:00 ana gets: Due today: Revised protocol
            03-06 11:00 Ana reports it done
            03-06 11:00 boris gets: Reported done – please confirm or return: Revised protocol
            03-12 15:00 Boris sends it back: the annex is missing
            03-12 15:00 ana gets: Overdue by 6 days: Revised protocol
            03-13 09:00 dora gets: Overdue by 7 days: Revised protocol
            03-13 09:00 boris gets: Overdue by 7 days: Revised protocol
            03-16 09:00 ana gets: Overdue by 10 days: Revised protocol
            03-17 09:00 egor gets: Overdue by 11 days: Revised protocol
            03-20 10:00 Ana reports it done
            03-20 10:00 boris gets: Reported done – please confirm or return: Revised protocol
            03-20 15:00 Boris confirms
            03-20 15:00 ana gets: Closed by Boris: Revised protocol
            03-20 15:00 boris gets: Closed by you: for your file: Revised protocol
            03-20 15:00 chen gets: Closed by Boris: Revised protocol
            03-20 15:00 dora gets: Closed by Boris: Revised protocol
            03-20 15:00 egor gets: Closed by Boris: Revised protocol
            """);

    [Fact]
    public void reads_the_second_reason_in_the_second_letter()
    {
        Story story = Twice();
        _ = story.Told("2020-03-12 16:00");

        story.LetterTo("ana", "2020-03-05 15:00").Should().Contain("The reason given: “not signed”. The due date stays 6 March 2020.");
        story.LetterTo("ana", "2020-03-12 15:00").Should().Contain("The reason given: “the annex is missing”.")
            .And.NotContain("The delay is ours");
    }

    private static Story Twice() => new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00")) { TellsLetters = true }
        .Reports("2020-03-05 10:00").SendsBack("2020-03-05 15:00", "not signed")
        .Reports("2020-03-06 11:00").SendsBack("2020-03-12 15:00", "the annex is missing");
}
