using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace FollowUp.Tests.Items.Rig;

/// <summary>
/// A second reader of recurrence rules, by RFC 5545 alone: goes through each period day by day and asks each part of the rule whether
/// it lets the day pass. Slow, and plain enough to be believed.
/// </summary>
internal sealed class DayByDay
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly Dictionary<string, string> parts;
    private readonly LocalDate first;
    private readonly int[] months;
    private readonly int[] monthDays;
    private readonly int[] yearDays;
    private readonly int[] weeks;
    private readonly int[] places;
    private readonly (int Nth, IsoDayOfWeek Day)[] weekdays;
    private readonly IWeekYearRule weekYears;
    private readonly IsoDayOfWeek weekStart;

    public DayByDay(string rule, LocalDate first)
    {
        this.first = first;
        parts = rule.ToUpperInvariant().Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        (months, monthDays, yearDays, weeks, places) =
            (Numbers("BYMONTH"), Numbers("BYMONTHDAY"), Numbers("BYYEARDAY"), Numbers("BYWEEKNO"), Numbers("BYSETPOS"));
        weekdays = [.. List("BYDAY").Select(day => (day.Length == 2 ? 0 : Number(day[..^2]), Weekday(day[^2..])))];
        weekStart = Weekday(parts.GetValueOrDefault("WKST", "MO"));
        weekYears = WeekYearRules.ForMinDaysInFirstWeek(4, weekStart);
    }

    private string Every => parts["FREQ"];

    private int Interval => Number(parts.GetValueOrDefault("INTERVAL", "1"));

    /// <summary>Its days up to <paramref name="end"/>, in their order.</summary>
    public IReadOnlyList<LocalDate> Until(LocalDate end)
    {
        LocalDate until = parts.TryGetValue("UNTIL", out string? day)
            ? LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(day).Value
            : LocalDate.MaxIsoValue;
        int count = parts.TryGetValue("COUNT", out string? times) ? Number(times) : int.MaxValue;
        return [
            .. Periods().TakeWhile(period => period.Start <= end).SelectMany(Chosen)
                .Where(found => found >= first && found <= end && found <= until).Take(count),
        ];
    }

    /// <summary>The day up to which it must keep its promise.</summary>
    public LocalDate Last(IReadOnlyList<LocalDate> days, LocalDate end) =>
        parts.TryGetValue("COUNT", out string? times) && days.Count == Number(times) ? days[^1]
        : parts.TryGetValue("UNTIL", out string? until)
        ? LocalDate.Min(end, LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(until).Value)
        : end;

    /// <summary>The first period without a day, of those that it admits and that end by <paramref name="end"/>.</summary>
    public DateInterval? Missed(IReadOnlyList<LocalDate> days, LocalDate end) =>
        Promised().TakeWhile(period => period.End <= end).FirstOrDefault(period => !days.Any(period.Contains));

    private IEnumerable<DateInterval> Promised() => Every switch
    {
        "YEARLY" when months.Length > 0 && places.Length == 0 =>
            Periods().SelectMany(year => months.Order().Select(month => new YearMonth(year.Start.Year, month).ToDateInterval()))
            .Where(month => month.End >= first),
        "YEARLY" when weeks.Length > 0 => Enumerable.Range(0, int.MaxValue).Select(n => weekYears.GetWeekYear(first) + (n * Interval))
            .Select(year => new DateInterval(
                weekYears.GetLocalDate(year, 1, weekStart), weekYears.GetLocalDate(year + 1, 1, weekStart).PlusDays(-1))),
        "YEARLY" => Periods(),
        _ => Periods().Where(period => months.Length == 0 || (months.Contains(period.Start.Month) && months.Contains(period.End.Month))),
    };

    private IEnumerable<DateInterval> Periods()
    {
        LocalDate week = first.PlusDays(-(((int)first.DayOfWeek - (int)weekStart + 7) % 7));
        for (int n = 0; ; n += Interval)
        {
            yield return Every switch
            {
                "WEEKLY" => new(week.PlusWeeks(n), week.PlusWeeks(n).PlusDays(6)),
                "MONTHLY" => first.ToYearMonth().PlusMonths(n).ToDateInterval(),
                _ => new(new(first.Year + n, 1, 1), new(first.Year + n, 12, 31)),
            };
        }
    }

    private IEnumerable<LocalDate> Chosen(DateInterval period)
    {
        List<LocalDate> all = [.. period.Where(Passes)];
        return places.Length == 0 ? all
            : all.Where((_, n) => places.Contains(n + 1) || places.Contains(n - all.Count));
    }

    private bool Passes(LocalDate day) =>
        (months.Length == 0 || months.Contains(day.Month))
        && (monthDays.Length == 0 || monthDays.Contains(day.Day)
            || monthDays.Contains(day.Day - 1 - day.Calendar.GetDaysInMonth(day.Year, day.Month)))
        && (yearDays.Length == 0 || yearDays.Contains(day.DayOfYear)
            || yearDays.Contains(day.DayOfYear - 1 - day.Calendar.GetDaysInYear(day.Year)))
        && (weeks.Length == 0 || weeks.Contains(weekYears.GetWeekOfWeekYear(day))
            || weeks.Contains(weekYears.GetWeekOfWeekYear(day) - 1 - weekYears.GetWeeksInWeekYear(weekYears.GetWeekYear(day))))
        && (weekdays.Length == 0 ? IsAsFirst(day)
            : Array.Exists(weekdays, weekday => weekday.Day == day.DayOfWeek && (weekday.Nth == 0 || IsNth(day, weekday.Nth))));

    /// <summary>What the rule leaves open, the first day says.</summary>
    private bool IsAsFirst(LocalDate day) => Every switch
    {
        "WEEKLY" => day.DayOfWeek == first.DayOfWeek,
        _ when monthDays.Length + yearDays.Length > 0 => true,
        _ when weeks.Length > 0 => day.DayOfWeek == first.DayOfWeek,
        "MONTHLY" => day.Day == first.Day,
        _ => day.Day == first.Day && (months.Length > 0 || day.Month == first.Month),
    };

    /// <summary>Of the month where the rule speaks of months, else of the year.</summary>
    private bool IsNth(LocalDate day, int nth)
    {
        bool isOfMonth = Every == "MONTHLY" || months.Length > 0;
        int place = isOfMonth ? day.Day : day.DayOfYear;
        int length = isOfMonth ? day.Calendar.GetDaysInMonth(day.Year, day.Month) : day.Calendar.GetDaysInYear(day.Year);
        return nth == ((place - 1) / 7) + 1 || nth == -(((length - place) / 7) + 1);
    }

    private int[] Numbers(string part) => [.. List(part).Select(Number)];

    private string[] List(string part) => parts.TryGetValue(part, out string? list) ? list.Split(',') : [];

    private static IsoDayOfWeek Weekday(string day) => (IsoDayOfWeek)(Array.IndexOf(Weekdays, day) + 1);

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
