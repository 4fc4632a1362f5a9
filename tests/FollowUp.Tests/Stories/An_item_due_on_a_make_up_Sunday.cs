using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 8: Sunday, 27 September 2020 was worked for the Golden Week that followed.</summary>
public sealed class An_item_due_on_a_make_up_Sunday
{
    [Fact]
    public void is_reminded_of_on_that_Sunday_and_is_late_on_Monday() =>
        new Story(Doings.Signed("2020-09-27", "2020-08-24 08:00")) { TellsShifts = true }.Told("2020-10-14 00:00").Should().Be(
            """
            08-28 09:00 owner hears: due/month
            09-18 09:00 owner hears: due/week, moved from 20 Sep: weekend (CN)
            09-25 09:00 owner hears: due/eve
            09-27 09:00 owner hears: due/day, Sun 27 Sep counts as a working day (CN)
            09-28 09:00 owner hears: overdue/again
            09-29 09:00 level-1 hears: overdue/level-1
            09-29 09:00 issuer hears: overdue/level-1
            10-12 09:00 owner hears: overdue/again 1, counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
            10-13 09:00 level-2 hears: overdue/level-2, counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
            """);

    [Fact]
    public void that_is_handed_over_in_the_holiday_before_it_reaches_its_owner_there() =>
        new Story(Sample.Item("2020-08-28", "2020-06-26 10:00")) { TellsShifts = true }.Told("2020-06-29 00:00").Should().Be(
            "06-28 09:00 owner hears: receipt/at-once, moved from 26 Jun: Dragon Boat Festival holiday (CN); Sun 28 Jun counts as a "
                + "working day (CN)");
}
