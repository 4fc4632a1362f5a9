using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 5: it waits until a working day, by date in the item's zone, after the owner's first overdue notice went out. Tests
/// <see cref="Escalation"/>.
/// </summary>
public sealed class An_escalation
{
    // Due on Friday, 6 March: again on the 9th, level 1 on the 10th.
    private static readonly AgreedItem Item = Sample.Item("2020-03-06", "2020-01-06 09:00");

    [Fact]
    public void does_not_know_its_moment_before_the_owner_was_told()
    {
        TimetableEntry entry = Item.Lines().Rung("overdue/level-1", to: "dora");
        entry.DueAt.Should().BeNull();
        entry.Planned.Should().Be(Sample.At("2020-03-10 09:00"));
    }

    [Theory]
    [InlineData("2020-03-09 09:01", "2020-03-10 09:00")] // in time
    [InlineData("2020-03-09 23:59", "2020-03-10 09:00")] // by date
    [InlineData("2020-03-10 00:00", "2020-03-11 09:00")]
    [InlineData("2020-03-13 14:00", "2020-03-16 09:00")] // Friday
    [InlineData("2020-04-30 10:00", "2020-05-06 09:00")] // before Labour Day
    public void goes_out_a_working_day_after_that(string told, string dueAt) =>
        Item.Lines(ledger: Told("ana", told)).Rung("overdue/level-1", to: "dora").DueAt.Should().Be(Sample.At(dueAt));

    [Theory]
    [InlineData("2020-03-16 09:00", "2020-03-10 09:02")]
    [InlineData("2020-03-10 09:02", "2020-03-16 09:00")]
    public void counts_from_the_first_that_went_out(string one, string other) =>
        Item.Lines(ledger: [Told("ana", one), Told("ana", other) with { Key = Told("ana", other).Key with { Occurrence = 1 } }])
            .Rung("overdue/level-1", to: "dora").DueAt.Should().Be(Sample.At("2020-03-11 09:00"));

    [Fact]
    public void counts_the_day_where_the_item_is_and_the_hour_where_the_reader_is()
    {
        Contacts cast = Sample.Cast(Sample.Person("dora", Sample.Moscow, "RU"));
        Item.Lines(cast, null, Told("ana", "2020-03-10 00:30")).Rung("overdue/level-1", to: "dora").DueAt
            .Should().Be(Sample.At("2020-03-11 09:00", Sample.Moscow));
    }

    /// <summary>In Apia Tuesday's nine o'clock comes while it is Monday in New York, where the owner was told that morning.</summary>
    [Fact]
    public void waits_for_the_next_day_where_the_item_is_also_when_its_readers_morning_comes_first()
    {
        AgreedItem item = Sample.Item("2020-03-06", "2020-01-06 09:00", "America/New_York");
        Contacts cast = Sample.Cast(Sample.Person("dora", "Pacific/Apia"));
        LedgerRow told = Told("ana", "2020-03-09 09:01") with { At = Sample.At("2020-03-09 09:01", "America/New_York") };

        TimetableEntry entry = item.Lines(cast, null, told).Rung("overdue/level-1", to: "dora");

        entry.Planned.Should().Be(Sample.At("2020-03-10 09:00", "Pacific/Apia"));
        entry.DueAt.Should().Be(Sample.At("2020-03-11 09:00", "Pacific/Apia"));
    }

    /// <summary>Law 5: what the former owner was told does not count against who took the item since.</summary>
    [Fact]
    public void waits_anew_after_a_hand_over()
    {
        AgreedItem item = Item with
        {
            Owner = "gleb",
            HandOvers = [new("chen", Sample.At("2020-03-20 15:00"), "ana", "gleb", "She left.")],
        };
        LedgerRow before = Told("ana", "2020-03-10 10:00");
        item.Lines(ledger: before).Rung("overdue/level-1", to: "dora").DueAt.Should().BeNull();
        item.Lines(ledger: [before, Told("gleb", "2020-03-20 15:01")]).Rung("overdue/level-1", to: "dora").DueAt
            .Should().Be(Sample.At("2020-03-23 09:00"));
    }

    [Fact]
    public void counts_a_refused_letter_as_told() =>
        Item.Lines(ledger: Told("ana", "2020-03-09 09:01") with { State = NoticeState.Failed }).Rung("overdue/level-1", to: "dora").DueAt
            .Should().NotBeNull();

    [Theory]
    [InlineData(NoticeState.Planned)]
    [InlineData(NoticeState.Skipped)]
    [InlineData(NoticeState.Superseded)]
    public void does_not_count_what_did_not_go_out(NoticeState state)
    {
        LedgerRow row = Told("ana", "2020-03-09 09:01") with { State = state };
        Item.Lines(ledger: row with { At = state == NoticeState.Planned ? null : row.At }).Rung("overdue/level-1", to: "dora").DueAt
            .Should().BeNull();
    }

    [Fact]
    public void of_a_plan_that_says_nothing_to_the_owner_waits_for_nobody()
    {
        Plan plan = Sample.PlanOf(LadderName.Overdue, Rung.Once("level-1", "+2wd", "level-1"));
        Item.Lines(plan: plan).Rung("overdue/level-1").DueAt.Should().Be(Sample.At("2020-03-10 09:00"));
    }

    [Fact]
    public void does_not_hold_back_the_coordinator_who_only_watches() =>
        Item.Lines().Rung("receipt/watch", to: "chen").DueAt.Should().NotBeNull();

    private static LedgerRow Told(string person, string at)
    {
        Instant when = Sample.At(at);
        return new(new(Item.Id, 1, LadderName.Overdue, "again", 0, person), Role.Owner, Sample.At("2020-03-09 09:00"), when, null,
            NoticeState.Sent, when, when, null, person, null, null);
    }
}
