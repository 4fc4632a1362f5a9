using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 12 and 13: what is done waits for nobody, and until the issuer confirms it is not closed.</summary>
public sealed class An_item_reported_while_it_waits
{
    [Fact]
    public void waits_no_more_and_is_the_issuers_to_answer()
    {
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Suspends("2020-03-03 10:00").Reports("2020-03-10 11:00").Confirms("2020-03-18 10:00");
        story.Told().Should().Be(
            """
            03-03 10:00 Chen stops the clock: their text is not here
            03-10 11:00 Ana reports it done
            03-10 11:00 issuer hears: confirmation/at-once
            03-17 09:00 issuer hears: confirmation/again
            03-18 10:00 Boris confirms
            03-18 10:00 owner hears: closing/done
            03-18 10:00 issuer hears: closing/done
            03-18 10:00 coordinator hears: closing/done
            """);
        (story.Item.DueOn, story.Item.DaysLateAt(Sample.At("2020-03-18 10:00")))
            .Should().Be((Sample.Day("2020-03-13"), 0), "it was not late: five working days were not its own");
    }

    [Fact]
    public void and_sent_back_is_pending_again_and_runs() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Suspends("2020-03-03 10:00").Reports("2020-03-10 11:00").SendsBack("2020-03-11 10:00", "not signed by them")
            .Told("2020-03-13 12:00").Should().Be(
                """
                03-03 10:00 Chen stops the clock: their text is not here
                03-10 11:00 Ana reports it done
                03-10 11:00 issuer hears: confirmation/at-once
                03-11 10:00 Boris sends it back: not signed by them
                03-11 10:00 owner hears: due/week
                03-11 10:00 owner hears: moved/at-once
                03-11 10:00 owner hears: returned/at-once
                03-12 09:00 owner hears: due/eve
                03-13 09:00 owner hears: due/day
                """);
}
