using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 8: Russia was off from 1 to 8 January 2020, China from 24 January to 2 February, and only China worked on Sunday the 19th.
/// </summary>
public sealed class A_joint_item_across_both_New_Years
{
    [Fact]
    public void counts_only_the_days_on_which_both_are_at_work() =>
        new Story(Doings.Signed("2020-01-17", "2019-12-02 08:00", "CN", "RU")).Told("2020-02-19 00:00").Should().Be(
            """
            12-18 09:00 owner hears: due/month
            01-10 09:00 owner hears: due/week
            01-16 09:00 owner hears: due/eve
            01-16 09:00 coordinator hears: silence/watch
            01-17 09:00 owner hears: due/day
            01-20 09:00 owner hears: overdue/again
            01-21 09:00 level-1 hears: overdue/level-1
            01-21 09:00 issuer hears: overdue/level-1
            02-04 09:00 owner hears: overdue/again 1
            02-05 09:00 level-2 hears: overdue/level-2
            02-11 09:00 owner hears: overdue/again 2
            02-17 09:00 level-3 hears: overdue/level-3
            02-18 09:00 owner hears: overdue/again 3
            """);

    [Fact]
    public void says_what_falls_into_one_sides_holiday_before_it() =>
        new Story(Doings.Signed("2020-01-09", "2019-12-16 08:00", "CN", "RU")) { TellsSilence = true, TellsShifts = true }.Told(
            "2020-01-11 00:00").Should().Be(
            """
            12-16 08:00 owner is spared: due/month, before assignment
            12-31 09:00 owner is spared: due/week, superseded by due/eve/0 to ana
            12-31 09:00 owner hears: due/eve, counted over 1 to 8 Jan: New Year Holidays, Orthodox Christmas Day (RU), New Year's Day (CN)
            01-09 09:00 owner hears: due/day
            01-10 09:00 owner hears: overdue/again
            """);

    // One side waits for the other over its New Year: what both did not work is nobody's loss.
    [Fact]
    public void gives_back_only_common_working_days_for_waiting() =>
        new Story(Doings.Signed("2020-01-17", "2019-12-02 08:00", "CN", "RU")).Suspends("2019-12-30 10:00").Resumes("2020-01-13 10:00")
            .ToldOf("chen lets", "2020-01-14 00:00").Should().Be(
                "01-13 10:00 Chen lets it run again: waited 4 working days; due 2020-01-23, originally 2020-01-17 (6 days later)");
}
