using System.Globalization;
using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.Calendars;

namespace FollowUp.Items;

/// <summary>
/// The periods in each of which a rule says that something is due: every week, month or year that it comes to. A month, also in a rule
/// of FREQ=YEARLY, where it names months: the same days are the same promise, however they are written.
/// </summary>
internal sealed class RecurrencePeriods(RecurrencePattern rule, LocalDate first)
{
    private bool IsByMonth => rule is { Frequency: FrequencyType.Monthly } or { ByMonth.Count: > 0, BySetPosition.Count: 0 };

    /// <summary>By the standard a month without such a day has no occurrence at all, which nobody expects who writes it.</summary>
    /// <param name="days">All days of the rule up to <paramref name="end"/>.</param>
    /// <returns>What to write instead of a rule that misses a period; null for one that keeps its promise.</returns>
    public string? FindMissedPeriod(IReadOnlyList<LocalDate> days, LocalDate end)
    {
        int next = 0;
        foreach ((DateInterval period, string name) in Periods().TakeWhile(period => period.When.End <= end))
        {
            while (next < days.Count && days[next] < period.Start)
            {
                next++;
            }

            if (next == days.Count || days[next] > period.End)
            {
                return $"misses {name}, which has no such day; {WayOut()}";
            }
        }

        return null;
    }

    private IEnumerable<(DateInterval When, string Name)> Periods() => rule switch
    {
        { Frequency: FrequencyType.Weekly } => Weeks(),
        _ when IsByMonth => Months(),
        { ByWeekNo.Count: > 0 } => WeekYears(),
        _ => Enumerable.Range(0, int.MaxValue).Select(n => first.Year + (n * rule.Interval))
            .Select(year => (new DateInterval(new(year, 1, 1), new(year, 12, 31)), year.ToString(CultureInfo.InvariantCulture))),
    };

    /// <summary>Those that lie wholly in the months of BYMONTH: what an edge of one holds is an accident of the calendar.</summary>
    private IEnumerable<(DateInterval When, string Name)> Weeks()
    {
        LocalDate start = first.PlusDays(-(((int)first.DayOfWeek - (int)FirstWeekday + 7) % 7));
        return Enumerable.Range(0, int.MaxValue).Select(n => start.PlusWeeks(n * rule.Interval))
            .Select(day => (When: new DateInterval(day, day.PlusDays(6)), $"the week of {day:uuuu-MM-dd}"))
            .Where(week => Admits(week.When.Start) && Admits(week.When.End));
    }

    private IEnumerable<(DateInterval When, string Name)> Months()
    {
        YearMonth start = first.ToYearMonth();
        bool isYearly = rule.Frequency == FrequencyType.Yearly;
        return Enumerable.Range(0, int.MaxValue).Select(n => start.PlusMonths(isYearly ? n : n * rule.Interval))
            .Where(month => !isYearly || (month.Year - first.Year) % rule.Interval == 0)
            .Select(month => (month.ToDateInterval(), string.Create(CultureInfo.InvariantCulture, $"{month:MMMM uuuu}")))
            .Where(month => Admits(month.Item1.Start));
    }

    /// <summary>Week 1 may begin in December, and the last one end in January.</summary>
    private IEnumerable<(DateInterval When, string Name)> WeekYears()
    {
        IWeekYearRule weeks = WeekYearRules.ForMinDaysInFirstWeek(4, FirstWeekday);
        return Enumerable.Range(0, int.MaxValue).Select(n => weeks.GetWeekYear(first) + (n * rule.Interval))
            .Select(year => (
                new DateInterval(Start(year), Start(year + 1).PlusDays(-1)),
                string.Create(CultureInfo.InvariantCulture, $"{year} (counted in weeks)")));

        LocalDate Start(int year) => weeks.GetLocalDate(year, 1, FirstWeekday);
    }

    private IsoDayOfWeek FirstWeekday => rule.FirstDayOfWeek == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)rule.FirstDayOfWeek;

    private bool Admits(LocalDate day) => rule.ByMonth.Count == 0 || rule.ByMonth.Contains(day.Month);

    private string WayOut() => rule switch
    {
        { ByDay: [{ Offset: { } nth } day], BySetPosition.Count: 0 } when IsByMonth => Weekday(nth, day),
        { ByDay: [{ Offset: null } day], BySetPosition: [var place], ByMonthDay.Count: 0 } when IsByMonth => Weekday(place, day),
        { ByYearDay.Count: > 0 } when rule.ByYearDay.TrueForAll(day => day < 0) => "for the first day of each year write BYYEARDAY=1",
        { ByYearDay.Count: > 0 } => "for the last day of each year write BYYEARDAY=-1",
        { ByWeekNo.Count: > 0 } when rule.ByWeekNo.TrueForAll(week => week < 0) => "for the first week of each year write BYWEEKNO=1",
        { ByWeekNo.Count: > 0 } => "for the last week of each year write BYWEEKNO=-1",
        { ByDay.Count: > 0 } or { BySetPosition.Count: > 0 } => "write a day that each of them has, or name those that have it (BYMONTH)",
        { ByMonthDay.Count: > 0 } when rule.ByMonthDay.TrueForAll(day => day < 0) => "for the first day of each write BYMONTHDAY=1",
        { Frequency: FrequencyType.Yearly, ByMonth.Count: 0 } => string.Create(
            CultureInfo.InvariantCulture, $"for the last day of {first:MMMM} write BYMONTH={first.Month};BYMONTHDAY=-1"),
        _ => "for the last day of each write BYMONTHDAY=-1",
    };

    private static string Weekday(int nth, WeekDay day) =>
        $"for the {(nth > 0 ? "last" : "first")} {day.DayOfWeek} of each month "
        + $"write BYDAY={(nth > 0 ? -1 : 1)}{day.DayOfWeek.ToString()[..2].ToUpperInvariant()}";
}
