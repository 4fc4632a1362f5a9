using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>Law 15. Tests <see cref="NoticeValidity"/>, <see cref="Timetable"/> and <see cref="MovingDates"/>.</summary>
public sealed class A_part_that_goes_to_others
{
    private static readonly Instant Changed = Sample.At("2020-06-10 15:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-05-29", "2020-03-02 09:00").Sign(new("ana"), Sample.At("2020-03-03 09:00"));

    private static AgreedItem Reported { get; } = Item.Report(new("ana"), Sample.At("2020-05-28 10:00"), new("document", "No. 12", null));

    /// <summary>What was planned for whoever asked, and what the chain would have heard, is theirs no more.</summary>
    [Theory]
    [InlineData(ItemPart.Issuer, "boris", "gleb")]
    [InlineData(ItemPart.Coordinator, "chen", "gleb")]
    [InlineData(ItemPart.Chain, "dora", "gleb")]
    public void is_heard_of_by_those_who_have_it_now_and_by_them_alone(string part, string former, string now)
    {
        string[] people = [.. Reported.PeopleIn(part).Select(person => person == former ? now : person)];
        AgreedItem after = Reported.Reassign(new("chen"), Changed, part, people, "a new post");
        string rungId = Reported.Lines().First(line => line.Key.Recipient == former && line.Key.Ladder == LadderName.Confirmation).Key.Rung;
        LedgerRow planned = Reported.Lines().Rung($"confirmation/{rungId}", to: former).ToRow(Changed) with { SentTo = former };

        NoticeValidity.StillApplies(planned, Reported, Plan.Default, Sample.Cast()).Should().BeTrue();
        NoticeValidity.StillApplies(planned, after, Plan.Default, Sample.Cast()).Should().BeFalse();
        after.Lines().Should().NotContain(line => line.Key.Recipient == former).And.Contain(line => line.Key.Recipient == now);
    }

    /// <summary>It is no delay of ours that they hear of it only now.</summary>
    [Fact]
    public void is_not_late_to_whoever_was_given_it() =>
        Reported.Reassign(new("chen"), Changed, ItemPart.Issuer, ["gleb"], "a new post").Lines()
            .First(line => line.Key is { Ladder: LadderName.Confirmation, Recipient: "gleb" }).DueAt.Should().Be(Changed);

    /// <summary>An alarm goes to the one who coordinates by then.</summary>
    [Fact]
    public void takes_alarms_along()
    {
        AgreedItem after = Item.Reassign(new("chen"), Changed, ItemPart.Coordinator, ["gleb"], "a new post");
        LedgerRow alarm = Item.Lines()[0].ToRow(Changed) with { SentTo = "chen" };
        alarm = alarm with { Key = alarm.Key with { Ladder = LadderName.Undelivered, Recipient = "chen" } };

        NoticeValidity.StillApplies(alarm, Item, Plan.Default, Sample.Cast()).Should().BeTrue();
        NoticeValidity.StillApplies(alarm, after, Plan.Default, Sample.Cast()).Should().BeFalse();
    }

    [Theory]
    [InlineData("+10wd", "2020-06-12")]
    [InlineData("-3cd", "2020-05-26")]
    [InlineData("+1mo", "2020-06-29")]
    public void or_a_date_that_is_moved_is_counted_as_rungs_are(string offset, string dueOn) =>
        Item.RescheduleBy(
            new("chen"), Sample.At("2020-04-01 10:00"), FollowUp.Plans.Offset.Parse(offset)!.Value, Sample.Days("CN"), "the visit")
            .DueOn.Should().Be(Sample.Day(dueOn));
}
