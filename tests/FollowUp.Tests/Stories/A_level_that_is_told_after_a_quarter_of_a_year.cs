using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 4. Elsewhere, a grace of 21 days against a look-back of 15 meant that an escalation "had never once fired".</summary>
public sealed class A_level_that_is_told_after_a_quarter_of_a_year
{
    private static readonly Plan Patient = new("patient", new(9, 0), 2,
    [
        new(LadderName.Due, [Rung.Once("day", "0", Role.Owner)]),
        new(LadderName.Overdue,
            [Rung.Once("again", "+1wd", Role.Owner), Rung.Once("level-1", "+63wd", "level-1"), Rung.Once("level-2", "+12mo", "level-2")]),
    ]);

    [Fact]
    public void is_told_on_the_day_however_long_ago_the_owner_was() =>
        Late().Told().Should().Be(
            """
            03-06 09:00 owner hears: due/day
            03-09 09:00 owner hears: overdue/again
            06-05 09:00 level-1 hears: overdue/level-1
            03-08 09:00 level-2 hears: overdue/level-2
            """);

    // No window looks back a number of days only: down for half of it, and over the moment itself.
    [Fact]
    public void is_told_after_an_outage_of_any_length() =>
        Late().Down("2020-03-20 00:00", "2020-12-01 11:00").ToldOf("level-1").Should().Be("12-01 11:00 level-1 hears: overdue/level-1");

    private static Story Late() => new(Doings.Signed("2020-03-06", "2020-03-05 08:00"), Patient);
}
