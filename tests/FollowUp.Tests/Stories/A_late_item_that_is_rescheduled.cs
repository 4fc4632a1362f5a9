using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 10 and 14: the ladders begin anew around the new date, and the old one stays known.</summary>
public sealed class A_late_item_that_is_rescheduled
{
    [Fact]
    public void is_red_no_longer_and_is_chased_around_the_new_date_alone() =>
        Rescheduled().Told("2020-04-08 00:00").Should().Be(
            """
            03-04 08:00 the slip is blue
            03-05 09:00 owner hears: due/eve
            03-06 09:00 owner hears: due/day
            03-07 00:00 the slip is red
            03-09 09:00 owner hears: overdue/again
            03-10 09:00 level-1 hears: overdue/level-1
            03-10 09:00 issuer hears: overdue/level-1
            03-12 10:00 Chen reschedules it: due 2020-04-03, originally 2020-03-06 (28 days later)
            03-12 10:00 the slip is blue
            03-12 10:00 owner hears: due/month
            03-12 10:00 owner hears: moved/at-once
            03-27 09:00 owner hears: due/week
            04-02 09:00 owner hears: due/eve
            04-03 09:00 owner hears: due/day
            04-04 00:00 the slip is red
            04-07 09:00 owner hears: overdue/again
            """);

    [Fact]
    public void tells_those_who_had_heard_that_it_was_late_when_it_is_done_in_time() =>
        Rescheduled().Reports("2020-03-30 10:00").Confirms("2020-03-30 15:00").ToldOf("closing").Should().Be(
            """
            03-30 15:00 owner hears: closing/done
            03-30 15:00 issuer hears: closing/done
            03-30 15:00 coordinator hears: closing/done
            03-30 15:00 told-late hears: closing/done
            """);

    [Fact]
    public void is_no_extension_and_keeps_the_right_to_two()
    {
        Story story = Rescheduled().Asks("2020-04-03 10:00", "2020-04-10").Grants("2020-04-03 11:00");
        _ = story.Told("2020-04-04 00:00");
        (story.Item.CountGranted(), story.Item.Slippage(), story.Item.OriginalDueOn).Should().Be((1, 35, Sample.Day("2020-03-06")));
    }

    private static Story Rescheduled() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00")) { TellsSlips = true }.Reschedules("2020-03-12 10:00", "2020-04-03");
}
