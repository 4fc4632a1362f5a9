using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 5, 14 and 15. Due on Friday, 6 March 2020.</summary>
public sealed class An_item_handed_over_when_it_is_late
{
    // Level 2 would have heard on the 17th. Nobody is escalated over whoever took it that very morning.
    [Fact]
    public void is_told_to_its_new_owner_a_working_day_before_anybody_above() =>
        Over().Told("2020-03-19 00:00").Should().Be(
            """
            03-05 09:00 ana hears: due/eve
            03-06 09:00 ana hears: due/day
            03-09 09:00 ana hears: overdue/again
            03-10 09:00 dora hears: overdue/level-1
            03-10 09:00 boris hears: overdue/level-1
            03-16 09:00 ana hears: overdue/again 1
            03-17 08:00 Chen hands it to Hana
            03-17 08:00 hana hears: due/day
            03-17 08:00 hana hears: overdue/again 1
            03-17 09:00 hana hears: receipt/at-once
            03-17 09:00 ana hears: handover/at-once
            03-18 09:00 egor hears: overdue/level-2
            """);

    // Ana was told that it is late, and hears nothing after the hand-over: law 15 is the narrower one.
    [Fact]
    public void is_told_done_to_all_who_heard_that_it_was_late_but_its_former_owner() =>
        Over().Reports("2020-03-20 10:00", "hana").Confirms("2020-03-20 15:00").ToldOf("closing").Should().Be(
            """
            03-20 15:00 hana hears: closing/done
            03-20 15:00 boris hears: closing/done
            03-20 15:00 chen hears: closing/done
            03-20 15:00 dora hears: closing/done
            03-20 15:00 egor hears: closing/done
            """);

    private static Story Over() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00"), cast: Sample.Cast(Sample.Person("hana"))) { TellsNames = true }
        .HandsTo("2020-03-17 08:00", "hana");
}
