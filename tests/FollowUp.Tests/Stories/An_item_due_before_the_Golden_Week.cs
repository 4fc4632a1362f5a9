using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 8: 1 to 8 October 2020 were off in China, with Saturday the 10th worked for them.</summary>
public sealed class An_item_due_before_the_Golden_Week
{
    [Fact]
    public void is_late_and_chased_only_when_people_are_back() =>
        new Story(Doings.Signed("2020-09-30", "2020-09-01 08:00")) { TellsShifts = true }.Told("2020-10-17 00:00").Should().Be(
            """
            09-23 09:00 owner hears: due/week
            09-29 09:00 owner hears: due/eve
            09-30 09:00 owner hears: due/day
            10-09 09:00 owner hears: overdue/again, counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN)
            10-10 09:00 level-1 hears: overdue/level-1, counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
            10-10 09:00 issuer hears: overdue/level-1, counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
            10-15 09:00 owner hears: overdue/again 1, Sat 10 Oct counts as a working day (CN)
            10-16 09:00 level-2 hears: overdue/level-2, counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
            """);

    // The owner keeps other days: it is the week before that for one in Moscow, and nobody there is spared.
    [Fact]
    public void is_chased_in_Moscow_too_by_the_days_of_the_item() =>
        new Story(Doings.Signed("2020-09-30", "2020-09-21 08:00"), cast: Sample.Cast(Sample.Person("ana", Sample.Moscow, "RU")))
            .ToldOf("owner", "2020-10-12 00:00").Should().Be(
                """
                09-23 14:00 owner hears: due/week, at 09:00 in Moscow
                09-29 14:00 owner hears: due/eve, at 09:00 in Moscow
                09-30 14:00 owner hears: due/day, at 09:00 in Moscow
                10-09 14:00 owner hears: overdue/again, at 09:00 in Moscow
                """);

    [Fact]
    public void and_the_one_due_within_it_are_reminded_of_before_it_and_never_after_the_date() =>
        new Story(Doings.Signed("2020-10-05", "2020-09-01 08:00")) { TellsShifts = true, TellsSilence = true }.Told("2020-10-10 00:00")
            .Should().Be(
            """
            09-04 09:00 owner hears: due/month, moved from 5 Sep: Saturday (CN)
            09-28 09:00 owner hears: due/week
            09-30 09:00 owner is spared: due/eve, superseded by due/day/0 to ana
            09-30 09:00 owner hears: due/day, moved from 5 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)
            10-09 09:00 owner hears: overdue/again, counted over 6 to 8 Oct: National Day and Mid-Autumn Festival holiday (CN)
            """);
}
