using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>docs/design.md §3, rules 1 to 4: anchor, offset, roll, hour. Expected instants are worked out by hand.</summary>
public sealed class The_due_ladder
{
    [Theory]
    [InlineData("due/month", "2020-04-29T01:00:00Z")]  // Wednesday, 30 days before
    [InlineData("due/week", "2020-05-22T01:00:00Z")]   // Friday
    [InlineData("due/eve", "2020-05-28T01:00:00Z")]
    [InlineData("due/day", "2020-05-29T01:00:00Z")]
    public void speaks_at_nine_in_Shanghai(string rung, string at) =>
        Sample.Item("2020-05-29", "2020-01-06 09:00").Lines().Rung(rung).Planned.Should().Be(Sample.Utc(at));

    [Theory]
    [InlineData("due/month", "2020-08-31T01:00:00Z", null)]
    [InlineData("due/week", "2020-09-23T01:00:00Z", null)]
    [InlineData("due/eve", "2020-09-29T01:00:00Z", null)]
    [InlineData("due/day", "2020-09-30T01:00:00Z", null)]
    public void is_not_moved_by_a_holiday_it_does_not_touch(string rung, string at, string? why) =>
        Shift("2020-09-30", rung).Should().Be((Sample.Utc(at), why));

    // 1 to 8 October 2020 were off. Whatever falls into them is said before them, at the same moment.
    [Theory]
    [InlineData("due/month", "2020-09-08T01:00:00Z", null)]
    [InlineData("due/week", "2020-09-30T01:00:00Z", "moved from 1 Oct: National Day and Mid-Autumn Festival (CN)")]
    [InlineData("due/eve", "2020-09-30T01:00:00Z",
        "counted over 1 to 7 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)")]
    [InlineData("due/day", "2020-09-30T01:00:00Z",
        "moved from 8 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)")]
    public void moves_back_before_a_holiday(string rung, string at, string? why) =>
        Shift("2020-10-08", rung).Should().Be((Sample.Utc(at), why));

    [Fact]
    public void respects_the_holidays_of_the_recipient_alone_where_the_item_has_other_calendars()
    {
        AgreedItem item = Sample.Item("2020-10-08", "2020-01-06 09:00", Sample.Moscow, "RU");
        TimetableEntry day = item.Lines(Sample.Cast(Sample.Person("ana"))).Rung("due/day");

        day.Planned.Should().Be(Sample.Utc("2020-09-30T01:00:00Z"), "Ana is in Shanghai and off until the 8th, whatever Moscow does");
        day.Explanation.Should().Be(
            "moved from 8 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)");
    }

    [Fact]
    public void counts_working_days_by_the_item_and_not_by_the_recipient()
    {
        // The working day before 12 May 2020 is the 11th in China, and in Russia the 8th. Ivan is in Moscow, the item in China.
        AgreedItem item = Sample.Item("2020-05-12", "2020-01-06 09:00") with { Owner = "ivan" };
        TimetableEntry eve = item.Lines(Sample.Cast(Sample.Person("ivan", Sample.Moscow, "RU"))).Rung("due/eve");

        eve.Planned.Should().Be(Sample.Utc("2020-05-08T06:00:00Z"), "the 11th is his day off, and the 9th too");
        eve.Explanation.Should().Be("moved from 11 May: day off moved from 2020-05-09 (Victory Day), Victory Day (RU), Sunday (CN, RU)");
    }

    [Fact]
    public void of_a_joint_item_keeps_to_days_on_which_both_sides_work()
    {
        AgreedItem item = Sample.Item("2020-01-08", "2019-11-21 15:00", Sample.Shanghai, "CN", "RU");
        IReadOnlyList<TimetableEntry> entries = item.Lines();

        entries.Rung("due/day").Planned.Should().Be(Sample.Utc("2019-12-31T01:00:00Z"));
        entries.Rung("due/day").Explanation
            .Should().Be("moved from 8 Jan: New Year Holidays, Orthodox Christmas Day (RU), New Year's Day (CN)");
        entries.Rung("due/eve").Planned.Should().Be(Sample.Utc("2019-12-31T01:00:00Z"), "that is the joint working day before the 8th");
        entries.Rung("due/eve").Explanation
            .Should().Be("counted over 1 to 7 Jan: Orthodox Christmas Day, New Year Holidays (RU), New Year's Day (CN)");
        entries.Rung("overdue/again").Planned.Should().Be(Sample.Utc("2020-01-09T01:00:00Z"));
        entries.Rung("due/month").Planned.Should().Be(Sample.Utc("2019-12-09T01:00:00Z"));
    }

    [Fact]
    public void is_skipped_where_it_lies_before_the_assignment()
    {
        IReadOnlyList<TimetableEntry> entries = Sample.Item("2020-05-29", "2020-05-22 15:00").Lines();

        entries.Rung("due/month").Skip.Should().Be("before assignment");
        entries.Rung("due/week").Skip.Should().BeNull("09:00 on the day itself is past, and due now (rule 6)");
        entries.Rung("due/eve").Skip.Should().BeNull();
    }

    [Fact]
    public void speaks_at_the_hour_of_the_plan()
    {
        Plan late = Sample.PlanOf(LadderName.Due, Rung.Once("day", "0", Role.Owner), hour: "16:30");
        Sample.Item("2020-05-29", "2020-01-06 09:00").Lines(plan: late).Rung("due/day").Planned
            .Should().Be(Sample.Utc("2020-05-29T08:30:00Z"));
    }

    private static (NodaTime.Instant, string?) Shift(string dueOn, string rung)
    {
        TimetableEntry entry = Sample.Item(dueOn, "2020-01-06 09:00").Lines().Rung(rung);
        return (entry.Planned, entry.Explanation);
    }
}
