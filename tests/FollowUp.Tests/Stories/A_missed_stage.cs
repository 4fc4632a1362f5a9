using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>docs/design.md §3: a stage has a date, and a stage that was missed makes the slip yellow until it is behind.</summary>
public sealed class A_missed_stage
{
    [Fact]
    public void makes_the_slip_yellow_until_somebody_says_that_it_is_done()
    {
        AgreedItem item =
            Doings.Signed("2020-06-30", "2020-03-02 08:00")
                with
            { Stages = [new("draft", new(2020, 3, 20)), new("review", new(2020, 5, 8)), new("texts", new(2020, 6, 12))] };
        new Story(item) { TellsSlips = true }
            .Finishes("2020-03-25 10:00", "draft").Finishes("2020-05-08 23:59", "review").Finishes("2020-06-15 10:00", "texts")
            .Finishes("2020-06-16 10:00", "texts")
            .ToldOf("the ", "2020-07-01 12:00").Should().Be(
                """
                03-21 00:00 the slip is yellow
                03-25 10:00 Ana is past the draft
                03-25 10:00 the slip is taken away
                05-08 23:59 Ana is past the review
                05-31 00:00 the slip is blue
                06-13 00:00 the slip is yellow
                06-15 10:00 Ana is past the texts
                06-15 10:00 the slip is blue
                06-16 10:00 Ana is past the texts, which changes nothing
                07-01 00:00 the slip is red
                """);
    }
}
