using FollowUp.Plans;
using FollowUp.Plans.Validation;
using FollowUp.Tests.Plans.Rig;

namespace FollowUp.Tests.Plans.Validation;

/// <summary>
/// Law 18: a rung that looks like a promise and is none is refused when the plan is saved, with the reason and the way out. Tests
/// <see cref="PlanValidator"/>, <see cref="EarlyEscalationRule"/>, <see cref="LateReminderRule"/>, <see cref="MisplacedRungRule"/>,
/// <see cref="MissingAimRule"/>, <see cref="SwallowedRungRule"/> and <see cref="SampleTimeline"/>.
/// </summary>
public sealed class A_plan_that_is_refused
{
    [Theory]
    [InlineData(LadderName.Due, "late +1wd owner", "lies after the due date: what is said then belongs into the overdue ladder")]
    [InlineData(LadderName.Due, "late 1mo owner", "lies after the due date: *")]
    [InlineData(LadderName.Overdue, "day 0 owner", "does not lie after the due date: what is said until then belongs into the due ladder")]
    [InlineData(LadderName.Overdue, "week -7cd owner", "does not lie after the due date: *")]
    [InlineData(LadderName.Receipt, "before -1wd owner",
        "lies before what the receipt ladder follows: nobody can be told of it before it happens")]
    [InlineData(LadderName.Progress, "before -1mo owner", "lies before what the progress ladder follows: *")]
    [InlineData(LadderName.Confirmation, "before -1cd issuer", "lies before what the confirmation ladder follows: *")]
    [InlineData(LadderName.Waiting, "before -1cd liaison", "lies before what the waiting ladder follows: *")]
    [InlineData(LadderName.Returned, "before -1cd owner", "lies before what the returned ladder follows: *")]
    [InlineData(LadderName.Extension, "before -1cd issuer", "lies before what the extension ladder follows: *")]
    [InlineData(LadderName.Answered, "before -1cd owner", "lies before what the answered ladder follows: *")]
    [InlineData(LadderName.Moved, "before -1cd owner", "lies before what the moved ladder follows: *")]
    [InlineData(LadderName.Handover, "before -1cd former-owner", "lies before what the handover ladder follows: *")]
    [InlineData(LadderName.Closing, "before -1cd owner", "lies before what the closing ladder follows: *")]
    public void has_a_rung_that_can_never_fire(LadderName ladder, string rung, string why) =>
        WrittenPlans.Faults(ladder, rung).Should().ContainSingle().Which.Should().Match($"/ladders/0/rungs/0/offset: {why}");

    [Theory]
    [InlineData(LadderName.Closing, "owner")]
    [InlineData(LadderName.Answered, "owner")]
    [InlineData(LadderName.Moved, "owner")]
    [InlineData(LadderName.Handover, "former-owner")]
    public void tells_news_over_and_over(LadderName ladder, string to) => WrittenPlans.Faults(ladder, $"again 0 5wd x3 {to}").Should()
        .Equal($"/ladders/0/rungs/0/every: is not for the {ladder.ToString().ToLowerInvariant()} ladder: it tells what has happened, once");

    [Theory]
    [InlineData(LadderName.Overdue, "level-1", "owner")]
    [InlineData(LadderName.Due, "issuer", "owner")]
    [InlineData(LadderName.Receipt, "level-9", "owner")]
    [InlineData(LadderName.Progress, "level-1", "owner")]
    [InlineData(LadderName.Waiting, "issuer", "liaison")]
    public void escalates_what_nobody_was_told(LadderName ladder, string above, string aim) =>
        WrittenPlans.Faults(ladder, ladder == LadderName.Due ? "watch -7cd coordinator" : "watch +1wd coordinator",
            ladder == LadderName.Due ? $"up -1wd coordinator,{above}" : $"up +2wd coordinator,{above}").Should().Equal(
            $"/ladders/0/rungs/1/to/1: would hear of what the {aim} was never told: nobody is escalated for a reminder that is not sent, "
                + $"so let this ladder speak to the {aim} first");

    [Theory]
    [InlineData(LadderName.Confirmation, "owner", "issuer")]
    [InlineData(LadderName.Extension, "coordinator", "issuer")]
    [InlineData(LadderName.Returned, "coordinator", "owner")]
    [InlineData(LadderName.Answered, "issuer", "owner")]
    [InlineData(LadderName.Moved, "issuer", "owner")]
    [InlineData(LadderName.Handover, "owner", "former-owner")]
    public void leaves_out_the_one_who_must_know(LadderName ladder, string to, string aim) =>
        WrittenPlans.Faults(ladder, $"at-once 0 {to}")
            .Should().Equal($"/ladders/0/rungs: never speak to the {aim}, whom nobody else tells of it");

    [Theory]
    [InlineData(LadderName.Overdue, "level-1 +2wd level-1", "again +5wd owner", "level-1")]
    // on no weekday are five working days over in four
    [InlineData(LadderName.Overdue, "up +4cd issuer,coordinator", "again +5wd owner", "issuer")]
    [InlineData(LadderName.Receipt, "level-1 +3wd level-1", "late +1mo owner", "level-1")]
    [InlineData(LadderName.Due, "chief -14cd level-2", "week -7cd owner", "level-2")]
    public void escalates_before_anybody_was_told(LadderName ladder, string early, string first, string above) =>
        WrittenPlans.Faults(ladder, early, first).Should().ContainSingle().Which.Should().Be(
            $"/ladders/0/rungs/0/offset: comes before the first notice to the owner: {above} would be told of a reminder that was not "
                + $"sent; let it follow on that notice");

    // Five working days are seven days, but for a due date on a weekend. What may be heard after some due dates is let through.
    [Fact]
    public void would_be_so_whatever_the_weekday() =>
        WrittenPlans.Faults(LadderName.Overdue, "level-1 +7cd level-1", "again +5wd owner").Should().BeEmpty();

    // A grace that is longer than the window it is looked at in: the escalation would never once fire.
    [Theory]
    [InlineData("day 0 owner", "chief 0 level-1")]
    [InlineData("day 0 owner,coordinator", "chief 0 coordinator,level-1")]
    public void waits_longer_than_its_ladder_lasts(string first, string above) =>
        WrittenPlans.Faults(LadderName.Due, first, above).Should().Equal(
        "/ladders/0/rungs/1/offset: leaves no working day between the first notice to the owner and the due date, and level-1 hears only "
            + "after one: let the first notice come earlier, or say this in the overdue ladder");

    [Theory]
    [InlineData("weekly -30cd 7cd owner", "at most 4 times are before it")]
    [InlineData("weekly -30cd 7cd x5 owner", "at most 4 times are before it")]
    [InlineData("last -1wd 5wd x1 owner", "say it once, without every and times")]
    public void goes_on_with_reminders_after_the_due_date(string rung, string wayOut) => WrittenPlans.Faults(LadderName.Due, rung).Should()
        .Equal($"/ladders/0/rungs/0/times: repeats it after the due date, when the overdue ladder speaks: {wayOut}");

    [Theory]
    [InlineData(LadderName.Overdue, "one +3wd owner", "two +3wd owner,coordinator", "two")]
    [InlineData(LadderName.Overdue, "third +3wd owner", "daily +1wd 1wd owner", "daily")] // repeated for ever over it
    [InlineData(LadderName.Due, "day 0wd owner", "same 0 owner", "same")]
    [InlineData(LadderName.Waiting, "quarter +90cd 90cd x3 liaison", "month +30cd 30cd liaison", "month")]
    public void has_a_rung_that_another_swallows(LadderName ladder, string swallowed, string by, string name) =>
        WrittenPlans.Faults(ladder, swallowed, by).Should().ContainSingle().Which.Should().Be(
            $"/ladders/0/rungs/0: is never heard: whenever it is due, another rung ({name}) says something newer to the same people at the "
                + $"same moment, and one of the two is sent; move it, or leave it out");

    // Both wait for the working day after the owner was told, and reach level 1 together.
    [Fact]
    public void has_an_escalation_that_is_overtaken_while_it_waits() =>
        WrittenPlans.Faults(LadderName.Overdue, "owner +2wd owner", "one +2wd level-1", "two +3wd level-1").Should().ContainSingle()
            .Which.Should().StartWith("/ladders/0/rungs/1: is never heard: whenever it is due, another rung (two)");

    // Law 20.
    [Fact]
    public void says_more_than_anybody_reads()
    {
        (LadderName, string[])[] ladders = [.. Enum.GetValues<LadderName>().Where(name => name.IsForPlans())
            .Select(name => (name, Enumerable.Range(0, 50).Select(n => $"r{n} +1wd 1wd x120 owner").ToArray()))];
        WrittenPlans.Faults(WrittenPlans.Plan(ladders)).Should().Equal(
            "/ladders: say 84700 things to the people of one item; at most 2000 are taken: repeat less often (times), or to fewer (to)");
    }

    [Fact]
    public void names_somebody_twice() => WrittenPlans.Faults(LadderName.Overdue, "again +1wd owner,coordinator,owner").Should()
        .Equal("/ladders/0/rungs/0/to/2: is in this list twice: owner");

    [Fact]
    public void speaks_to_a_former_owner_of_what_is_no_longer_theirs() =>
        WrittenPlans.Faults(LadderName.Overdue, "again +1wd former-owner")
            .Should().ContainSingle().Which.Should().StartWith("/ladders/0/rungs/0/to/0: must be one of owner, ");
}
