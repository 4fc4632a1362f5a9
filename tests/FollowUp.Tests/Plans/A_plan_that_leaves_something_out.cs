using FollowUp.Items;
using FollowUp.Plans;

namespace FollowUp.Tests.Plans;

/// <summary>
/// Tests <see cref="Plan"/> and <see cref="LadderRules"/>.
/// Also tests <see cref="MandatoryLadders"/>, <see cref="Ladder"/> and <see cref="Rung"/>.
/// </summary>
public sealed class A_plan_that_leaves_something_out
{
    private static readonly Plan Brief = Sample.PlanOf(LadderName.Due, Rung.Once("week", "-7cd", Role.Owner));

    // Law 12: a report that nobody is told of is one that nobody confirms.
    [Fact]
    public void still_brings_a_report_before_its_issuer() =>
        Sample.Item("2020-05-29", "2020-03-02 08:00").Report(new("ana"), Sample.At("2020-04-01 10:00"), new("none", null, "by phone"))
            .Lines(plan: Brief)
            .Select(entry => $"{entry.Key.Ladder}/{entry.Key.Rung} {entry.Role}").Should()
            .Equal("Confirmation/at-once issuer", "Confirmation/again issuer", "Confirmation/watch coordinator",
                "Confirmation/level-1 level-1");

    // Law 13.
    [Fact]
    public void still_asks_the_other_side_to_move() =>
        Sample.Item("2020-05-29", "2020-03-02 08:00").Suspend(new("chen"), Sample.At("2020-04-01 10:00"), "Their text is not here.")
            .Lines(plan: Brief)
            .Should().HaveCount(1 + Rung.TimesMax)
            .And.OnlyContain(entry => entry.Key.Ladder == LadderName.Waiting && entry.Role == Role.Liaison);

    [Fact]
    public void says_what_it_says_of_it_in_its_own_words() =>
        Sample.Item("2020-05-29", "2020-03-02 08:00").Report(new("ana"), Sample.At("2020-04-01 10:00"), new("none", null, "by phone"))
            .Lines(plan: Sample.PlanOf(LadderName.Confirmation, Rung.Once("now", "0", Role.Issuer))).Select(entry => entry.Key.Rung)
            .Should().Equal("now");
}
