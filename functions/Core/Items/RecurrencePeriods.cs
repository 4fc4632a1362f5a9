using System.Globalization;
using FollowUp.Faults;
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
        foreach (Period period in Periods().TakeWhile(period => period.End <= end))
        {
            while (next < days.Count && days[next] < period.Start)
            {
                next++;
            }

            if (next == days.Count || days[next] > period.End)
            {
                return period.Missed(WayOut());
            }
        }

        return null;
    }

    private IEnumerable<Period> Periods() => rule switch
    {
        { Frequency: FrequencyType.Weekly } => Weeks(),
        _ when IsByMonth => Months(),
        { ByWeekNo.Count: > 0 } => WeekYears(),
        _ => Enumerable.Range(0, int.MaxValue).Select(n => first.Year + (n * rule.Interval))
            .Select(year => new Period(
                new(year, 1, 1), new(year, 12, 31), wayOut => RegisterFaults.RuleMissesYear.Fill(year, null, wayOut))),
    };

    /// <summary>Those that lie wholly in the months of BYMONTH: what an edge of one holds is an accident of the calendar.</summary>
    private IEnumerable<Period> Weeks()
    {
        LocalDate start = first.PlusDays(-(((int)first.DayOfWeek - (int)FirstWeekday + 7) % 7));
        return Enumerable.Range(0, int.MaxValue).Select(n => start.PlusWeeks(n * rule.Interval))
            .Select(day => new Period(day, day.PlusDays(6), wayOut => RegisterFaults.RuleMissesWeek.Fill(day, wayOut)))
            .Where(week => Admits(week.Start) && Admits(week.End));
    }

    private IEnumerable<Period> Months()
    {
        YearMonth start = first.ToYearMonth();
        bool isYearly = rule.Frequency == FrequencyType.Yearly;
        return Enumerable.Range(0, int.MaxValue).Select(n => start.PlusMonths(isYearly ? n : n * rule.Interval))
            .Where(month => !isYearly || (month.Year - first.Year) % rule.Interval == 0)
            .Select(month => new Period(
                month.ToDateInterval().Start, month.ToDateInterval().End,
                wayOut => RegisterFaults.RuleMissesMonth.Fill(month.Month, month.Year, wayOut)))
            .Where(month => Admits(month.Start));
    }

    /// <summary>Week 1 may begin in December, and the last one end in January.</summary>
    private IEnumerable<Period> WeekYears()
    {
        IWeekYearRule weeks = WeekYearRules.ForMinDaysInFirstWeek(4, FirstWeekday);
        return Enumerable.Range(0, int.MaxValue).Select(n => weeks.GetWeekYear(first) + (n * rule.Interval))
            .Select(year => new Period(
                Start(year), Start(year + 1).PlusDays(-1), wayOut => RegisterFaults.RuleMissesYear.Fill(year, true, wayOut)));

        LocalDate Start(int year) => weeks.GetLocalDate(year, 1, FirstWeekday);
    }

    private IsoDayOfWeek FirstWeekday => rule.FirstDayOfWeek == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)rule.FirstDayOfWeek;

    private bool Admits(LocalDate day) => rule.ByMonth.Count == 0 || rule.ByMonth.Contains(day.Month);

    private string WayOut() => rule switch
    {
        { ByDay: [{ Offset: { } nth } day], BySetPosition.Count: 0 } when IsByMonth => Weekday(nth, day),
        { ByDay: [{ Offset: null } day], BySetPosition: [var place], ByMonthDay.Count: 0 } when IsByMonth => Weekday(place, day),
        { ByYearDay.Count: > 0 } when rule.ByYearDay.TrueForAll(day => day < 0) => Write("first day of each year", "BYYEARDAY=1"),
        { ByYearDay.Count: > 0 } => Write("last day of each year", "BYYEARDAY=-1"),
        { ByWeekNo.Count: > 0 } when rule.ByWeekNo.TrueForAll(week => week < 0) => Write("first week of each year", "BYWEEKNO=1"),
        { ByWeekNo.Count: > 0 } => Write("last week of each year", "BYWEEKNO=-1"),
        { ByDay.Count: > 0 } or { BySetPosition.Count: > 0 } => RegisterFaults.WriteOtherDay.Text,
        { ByMonthDay.Count: > 0 } when rule.ByMonthDay.TrueForAll(day => day < 0) => Write("first day of each", "BYMONTHDAY=1"),
        { Frequency: FrequencyType.Yearly, ByMonth.Count: 0 } => Write(
            string.Create(CultureInfo.InvariantCulture, $"last day of {first:MMMM}"),
            string.Create(CultureInfo.InvariantCulture, $"BYMONTH={first.Month};BYMONTHDAY=-1")),
        _ => RegisterFaults.TakeLastDay.Text,
    };

    private static string Weekday(int nth, WeekDay day) => Write(
        $"{(nth > 0 ? "last" : "first")} {day.DayOfWeek} of each month",
        $"BYDAY={(nth > 0 ? -1 : 1)}{day.DayOfWeek.ToString()[..2].ToUpperInvariant()}");

    private static string Write(string days, string rule) => RegisterFaults.WriteInstead.Fill(days, rule);

    /// <param name="Missed">What to say of a rule that has no day in it, with a way out.</param>
    private sealed record Period(LocalDate Start, LocalDate End, Func<string, string> Missed);
}
