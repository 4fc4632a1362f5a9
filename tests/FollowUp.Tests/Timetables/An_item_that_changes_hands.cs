using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>Law 15. Tests <see cref="Anchor"/>, <see cref="Timetable"/> and <see cref="HandingOver"/>.</summary>
public sealed class An_item_that_changes_hands
{
    private static AgreedItem Item { get; } = Sample.Item("2020-05-29", "2020-03-02 09:00").Sign(new("ana"), Sample.At("2020-03-03 09:00"));

    private static AgreedItem Extended { get; } = Item
        .AskForExtension(new("ana"), Sample.At("2020-03-09 10:00"), Sample.Day("2020-06-12"), "the experts meet in June", 2)
        .DecideExtension(new("boris"), Sample.At("2020-03-10 10:00"), 1, isGranted: true, note: null);

    [Fact]
    public void does_not_bring_its_new_owner_the_answer_to_the_old_one()
    {
        Said(Extended).Should().Contain("Answered to ana");
        Said(HandedOver(Extended)).Should().Contain("Receipt to gleb").And.Contain("Handover to ana")
            .And.NotContain(said => said.StartsWith("Answered"));
    }

    [Fact]
    public void does_not_bring_its_new_owner_a_date_that_moved_before()
    {
        AgreedItem moved = Item.Reschedule(new("chen"), Sample.At("2020-03-10 10:00"), Sample.Day("2020-06-12"), "agreed anew");

        Said(moved).Should().Contain("Moved to ana");
        Said(HandedOver(moved)).Should().NotContain(said => said.StartsWith("Moved"));
        Said(HandedOver(moved).Reschedule(new("chen"), Sample.At("2020-04-10 10:00"), Sample.Day("2020-06-19"), "and anew"))
            .Should().Contain("Moved to gleb");
    }

    /// <summary>
    /// While the clock stands still they hear of it in any case, and else when asked to sign; a plan may say so in either.
    /// </summary>
    [Theory]
    [InlineData(false, Role.FormerOwner, Role.Owner)]
    [InlineData(true, Role.FormerOwner, Role.Owner)]
    [InlineData(true, Role.FormerOwner)]
    public void brings_its_new_owner_what_their_plan_says_of_it(bool waits, params string[] roles)
    {
        AgreedItem handed = HandedOver(waits ? Item.Suspend(new("chen"), Sample.At("2020-03-20 10:00"), "their turn") : Item);
        Plan plan = Sample.PlanOf(LadderName.Handover, Rung.Once("at-once", "0", roles));
        LedgerRow news = handed.Lines(plan: plan).Rung("handover/at-once", to: "gleb").ToRow(Sample.At("2020-03-25 10:00"));

        NoticeValidity.StillApplies(news, handed, plan, Sample.Cast()).Should().BeTrue();
    }

    /// <summary>Asked to sign again, they learn it from that.</summary>
    [Fact]
    public void tells_its_new_owner_nothing_more_of_it_once_the_clock_runs_again()
    {
        AgreedItem handed = HandedOver(Item.Suspend(new("chen"), Sample.At("2020-03-20 10:00"), "their turn"));
        LedgerRow news = handed.Lines().Rung("handover/at-once", to: "gleb").ToRow(Sample.At("2020-03-25 10:00"));

        AgreedItem running = handed.Resume(new("chen"), Sample.At("2020-03-25 10:00"), Sample.Days("CN"));

        NoticeValidity.StillApplies(news, running, Plan.Default, Sample.Cast()).Should().BeFalse();
    }

    private static AgreedItem HandedOver(AgreedItem item) =>
        item.HandTo(new("chen"), Sample.At("2020-03-25 10:00"), "gleb", "the desk is closed");

    private static IEnumerable<string> Said(AgreedItem item) =>
        item.Lines().Where(entry => entry.Skip is null).Select(entry => $"{entry.Key.Ladder} to {entry.Key.Recipient}");
}
