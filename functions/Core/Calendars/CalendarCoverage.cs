using FollowUp.Agreements;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>The time that a calendar is about: what it does not name in it is an ordinary day. Outside of it, it says nothing.</summary>
/// <param name="From">Null where it names no day.</param>
/// <param name="Year">The first that it is about as a whole.</param>
public sealed record CalendarCoverage(LocalDate? From, int Year, LocalDate Through)
{
    /// <summary>Every country has a day off in the first quarter: a calendar that names one there is about the whole year.</summary>
    private const int FirstQuarterEnds = 3;

    /// <summary>
    /// Offices publish a year together with the end of December before it: who begins that late, and goes on, is about the next.
    /// </summary>
    private const int LastQuarterBegins = 10;

    /// <summary>
    /// From 1 January of its first year, or from its first day where that is later in the year: of what came before that day it says
    /// nothing.
    /// </summary>
    public static CalendarCoverage CoverageOf(WorkCalendar calendar)
    {
        if (Days(calendar).Cast<LocalDate?>().Min() is not { } first)
        {
            return new(null, calendar.KnownThrough.Year, calendar.KnownThrough);
        }

        bool isForerun = first.Month >= LastQuarterBegins && Days(calendar).Any(day => day.Year > first.Year);
        LocalDate from = first.Month <= FirstQuarterEnds ? new(first.Year, 1, 1) : first;
        return new(from, isForerun ? first.Year + 1 : first.Year, calendar.KnownThrough);
    }

    /// <summary>Whether another begins after it, with time between that neither is about.</summary>
    public bool LeavesGapBefore(CalendarCoverage later) => Through < new LocalDate(later.Year, 1, 1).PlusDays(-1);

    /// <summary>Whether <paramref name="calendar"/> names a day before it.</summary>
    public bool IsAfterDaysOf(WorkCalendar calendar) => Days(calendar).Any(day => day < From);

    /// <summary>Whether <paramref name="calendar"/> names a day after it.</summary>
    public bool IsBeforeDaysOf(WorkCalendar calendar) => Days(calendar).Any(day => day > Through);

    /// <summary>
    /// <paramref name="calendar"/>, which this is the stretch of, with what <paramref name="known"/> knew before and after it.
    /// </summary>
    public WorkCalendar MergeOutside(WorkCalendar known, WorkCalendar calendar)
    {
        return calendar with
        {
            Holidays = Both(calendar.Holidays, known.Holidays),
            WorkingDays = Both(calendar.WorkingDays, known.WorkingDays),
            KnownThrough = IsBeforeDaysOf(known) ? known.KnownThrough : Through,
        };

        Dictionary<LocalDate, Wording> Both(IReadOnlyDictionary<LocalDate, Wording> days, IReadOnlyDictionary<LocalDate, Wording> others) =>
            days.Concat(others.Where(day => day.Key < From || day.Key > Through)).ToDictionary();
    }

    private static IEnumerable<LocalDate> Days(WorkCalendar calendar) => calendar.Holidays.Keys.Concat(calendar.WorkingDays.Keys);
}
