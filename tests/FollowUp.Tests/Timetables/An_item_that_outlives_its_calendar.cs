using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 8: a calendar ends, and whoever reads an item that goes on after it is told so. China's is known through 2026, Russia's through
/// 2027. Tests <see cref="CalendarHorizon"/> and <see cref="Warnings"/>.
/// </summary>
public sealed class An_item_that_outlives_its_calendar
{
    private const string China = "Calendar CN is known through 2026-12-31 only: later days count by the weekend alone.";
    private const string Russia = "Calendar RU is known through 2027-12-31 only: later days count by the weekend alone.";

    // Level 3 hears on the fifteenth working day after the due date; what is only repeated later does not count.
    [Theory]
    [InlineData("2026-12-10", null)]
    [InlineData("2026-12-11", China)]
    [InlineData("2026-12-31", China)]
    [InlineData("2027-03-01", China)]
    public void is_warned_of_as_far_as_people_are_told_that_it_is_late(string dueOn, string? warning) =>
        Warnings(Item(dueOn)).Should().Equal(Only(warning));

    [Fact]
    public void is_warned_of_by_its_due_date_where_nobody_is_told_after_it()
    {
        Plan plan = Sample.PlanOf(LadderName.Due, Rung.Once("month", "-30cd", Role.Owner));
        Warnings(Item("2026-12-31"), plan).Should().BeEmpty();
        Warnings(Item("2027-01-01"), plan).Should().Equal(China);
    }

    [Fact]
    public void is_warned_of_by_each_calendar_that_ends()
    {
        Warnings(Item("2027-03-01", "CN", "RU")).Should().Equal(China);
        Warnings(Item("2028-03-01", "RU", "CN")).Should().Equal(Russia, China);
    }

    // The item counts by a calendar that goes on; Fang, its third level, keeps one that does not.
    [Fact]
    public void is_warned_of_for_the_calendars_of_its_people_from_when_they_are_told()
    {
        Contacts cast = Sample.Cast([.. new[] { "ana", "boris", "chen", "dora", "egor" }.Select(id => Sample.Person(id, calendar: "RU"))]);
        Warnings(Item("2026-12-08", "RU"), cast: cast).Should().BeEmpty();
        Warnings(Item("2026-12-11", "RU"), cast: cast).Should().Equal(China);
    }

    [Fact]
    public void is_not_warned_of_any_more_when_its_date_comes_back()
    {
        AgreedItem late = Warned(Item("2027-03-01"));
        Warned(late with { DueOn = Sample.Day("2026-11-02") }).Warnings.Should().BeEmpty();
        Warned(late).Should().BeSameAs(late, "nothing is written where nothing changed");
    }

    [Fact]
    public void says_so_on_every_line_that_nobody_knows_the_day_of()
    {
        IReadOnlyList<TimetableEntry> entries = Item("2026-12-30").Lines();
        entries.Where(
            entry => entry.Explanation?.EndsWith(
                "CN is not announced beyond 31 Dec 2026: counted by the weekend alone", StringComparison.Ordinal) == true)
            .Should().BeEquivalentTo(entries.Where(entry => entry.Planned > Sample.At("2026-12-31 23:59"))).And.HaveCountGreaterThan(10);
    }

    [Fact]
    public void says_so_where_a_date_is_counted_back_out_of_a_year_that_nobody_knows() =>
        Item("2027-01-04").Lines().Rung("due/eve").Explanation
            .Should().Be("CN is not announced beyond 31 Dec 2026: counted by the weekend alone");

    private static AgreedItem Item(string dueOn, params string[] calendars) =>
        Sample.Item(dueOn, "2026-06-01 09:00", Sample.Shanghai, calendars);

    private static IReadOnlyList<string> Warnings(AgreedItem item, Plan? plan = null, Contacts? cast = null) =>
        Warned(item, plan, cast).Warnings;

    private static AgreedItem Warned(AgreedItem item, Plan? plan = null, Contacts? cast = null) =>
        item.Warned(plan ?? Plan.Default, item.DaysOf(), cast ?? Sample.Cast());

    private static IEnumerable<string> Only(string? warning) => warning is null ? [] : [warning];
}
