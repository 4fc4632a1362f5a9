using FollowUp.Items;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 8: a day works if it works for both sides. Friday, 12 June 2020 is Russia Day, and Thursday to Saturday, 25 to 27 June, the
/// Dragon Boat Festival, for which China works on Sunday the 28th and Russia does not.
/// </summary>
public sealed class A_joint_item_due_on_a_holiday_of_one_side
{
    private static readonly AgreedItem Item = Doings.Signed("2020-06-12", "2020-05-18 08:00", "CN", "RU");

    [Fact]
    public void reminds_of_it_on_the_last_day_that_both_work_and_counts_what_both_work() =>
        new Story(Item) { TellsShifts = true }.Told("2020-07-07 00:00").Should().Be(
            """
            06-05 09:00 owner hears: due/week
            06-11 09:00 owner hears: due/day, moved from 12 Jun: Russia Day (RU)
            06-15 09:00 owner hears: overdue/again
            06-16 09:00 level-1 hears: overdue/level-1
            06-16 09:00 issuer hears: overdue/level-1
            06-22 09:00 owner hears: overdue/again 1
            06-23 09:00 level-2 hears: overdue/level-2
            07-01 09:00 owner hears: overdue/again 2, counted over 25 to 26 Jun: Dragon Boat Festival, Dragon Boat Festival holiday (CN)
            """);

    // The item is Russia's, and Ana keeps the days of China: Friday is no day for her, and the Sunday that makes up for it none for the
    // item.
    [Fact]
    public void or_of_its_owner_alone_lets_the_owner_rest() =>
        new Story(Doings.Signed("2020-06-25", "2020-06-22 08:00", "RU")) { TellsShifts = true }.Told("2020-06-30 00:00").Should().Be(
            """
            06-24 09:00 owner hears: due/day, moved from 25 Jun: Dragon Boat Festival (CN)
            06-29 09:00 owner hears: overdue/again, moved from 26 Jun: Dragon Boat Festival holiday (CN), Sunday (RU)
            """);

    // The Sunday works in China, and the item does not.
    [Fact]
    public void speaks_to_neither_on_a_Sunday_that_one_side_works()
    {
        Contacts cast = Sample.Cast(Sample.Person("boris", Sample.Moscow, "RU"));
        Story story = new(Item with { DueOn = Sample.Day("2020-06-24") }, cast: cast) { TellsShifts = true };
        story.Told("2020-07-01 00:00").Should().EndWith(
            """
            06-29 09:00 owner hears: overdue/again, counted over 25 to 26 Jun: Dragon Boat Festival, Dragon Boat Festival holiday (CN)
            06-30 09:00 level-1 hears: overdue/level-1, counted over 25 to 26 Jun: Dragon Boat Festival, Dragon Boat Festival holiday (CN)
            06-30 14:00 issuer hears: overdue/level-1, at 09:00 in Moscow, counted over 25 to 26 Jun: Dragon Boat Festival, Dragon Boat Festival holiday (CN)
            """);
    }
}
