using System.Diagnostics;
using FollowUp.Parsing;
using FollowUp.Plans;
using FollowUp.Plans.Validation;
using FollowUp.Tests.Plans.Rig;

namespace FollowUp.Tests.Plans.Validation;

/// <summary>
/// Law 18: a plan is judged as a whole, and what is good is let through. Tests <see cref="PlanValidator"/> and <see cref="PlanParser"/>.
/// </summary>
public sealed class A_plan_that_is_sound
{
    [Fact]
    public void is_the_one_that_comes_with_the_product() => PlanValidator.Faults(Plan.Default).Should().BeEmpty();

    [Theory]
    [InlineData(LadderName.Due, "week -7cd owner", "eve -1wd owner", "chief -1wd level-1", "day 0 owner,level-1,issuer")]
    [InlineData(LadderName.Due, "weekly -28cd 7cd x4 owner")]
    [InlineData(LadderName.Due, "month -1mo owner", "month-cd -30cd owner")] // the same day in some months
    [InlineData(LadderName.Due, "near -5wd owner", "week -7cd owner")] // the same day on some weekdays
    [InlineData(LadderName.Overdue, "again +1wd 5wd x12 owner", "level-1 +2wd level-1,issuer")]
    // the levels hear a working day after
    [InlineData(LadderName.Overdue, "at-once +1cd owner", "level-1 +1cd level-1", "level-2 +3cd level-2")]
    [InlineData(LadderName.Overdue, "watch +1wd coordinator")]
    [InlineData(LadderName.Overdue, "daily +1wd 1wd owner", "watch +3wd owner,coordinator")]
    // all on Monday, where it was assigned on a Saturday
    [InlineData(LadderName.Receipt, "at-once 0 owner", "saturday +1cd owner", "sunday +2cd owner")]
    [InlineData(LadderName.Confirmation, "at-once 0 issuer", "level-1 +1wd level-1")]
    [InlineData(LadderName.Extension, "at-once 0 issuer,coordinator", "level-1 +10wd level-1")]
    [InlineData(LadderName.Waiting, "ask +30cd 30cd liaison", "watch +90cd 90cd coordinator")]
    [InlineData(LadderName.Progress, "month +1mo 1mo owner", "level-1 +6mo 6mo level-1")]
    [InlineData(LadderName.Handover, "at-once 0 former-owner,owner,level-1")] // news, and nobody is escalated over
    [InlineData(LadderName.Moved, "at-once 0 owner,issuer", "later +5wd coordinator")]
    [InlineData(LadderName.Returned, "at-once 0 owner", "again +5wd 5wd x3 owner", "level-1 +5wd level-1")]
    [InlineData(LadderName.Closing, "done 0 coordinator,level-1")]
    [InlineData(LadderName.Silence, "watch +10wd 10wd coordinator", "level-1 +15wd level-1")]
    [InlineData(LadderName.Blocked, "week -7cd coordinator", "day 0 coordinator", "again +5wd 5wd x12 coordinator,level-1")]
    public void may_say_any_of_these(LadderName ladder, params string[] rungs) => WrittenPlans.Faults(ladder, rungs).Should().BeEmpty();

    [Fact]
    public void is_judged_only_where_its_parts_are_well_formed() =>
        WrittenPlans.Faults(LadderName.Overdue, "again -1wd boss")
            .Should().ContainSingle().Which.Should().StartWith("/ladders/0/rungs/0/to/0: must be one of");

    // As much as fits into one plan, and nothing of it ever heard but the last: the longest that judging takes.
    [Fact]
    public void is_judged_in_milliseconds()
    {
        string[] rungs = [.. Enumerable.Range(0, 16).Select(n => $"r{n} +1wd 3660wd x120 owner")];
        string worst = WrittenPlans.Plan((LadderName.Returned, rungs));
        _ = WrittenPlans.Faults(worst);

        // On a busy machine any one of them may have had to wait for a processor.
        Enumerable.Range(0, 10).Min(_ => Judged(worst)).Should().BeLessThan(500, "some ten are usual");
    }

    private static long Judged(string plan)
    {
        Stopwatch watch = Stopwatch.StartNew();
        WrittenPlans.Faults(plan).Should().HaveCount(15);
        return watch.ElapsedMilliseconds;
    }
}
