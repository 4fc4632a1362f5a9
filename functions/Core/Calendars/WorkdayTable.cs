using System.Runtime.CompilerServices;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// A calendar as it is counted by: a mark for each day from the first to the last that it names, and one week for all others. Days
/// are numbers here, from Monday, 1 January of the year 1, since a count goes over very many of them.
/// </summary>
internal sealed class WorkdayTable
{
    public const int DaysPerWeek = 7;

    /// <summary>
    /// Beside the calendars, not in them: a copy with other days is another calendar, and must find no table of the first.
    /// </summary>
    private static readonly ConditionalWeakTable<WorkCalendar, WorkdayTable> Made = [];

    private readonly bool[] week;
    private readonly int first;
    private readonly bool[] named;

    private WorkdayTable(WorkCalendar calendar)
    {
        LocalDate[] days = [.. calendar.Holidays.Keys, .. calendar.WorkingDays.Keys];
        first = days.Length == 0 ? 0 : NumberOf(days.Min());
        named = days.Length == 0
            ? []
            : [.. Enumerable.Range(first, NumberOf(days.Max()) - first + 1).Select(number => calendar.Works(DayOf(number)))];
        week = [.. Enumerable.Range(0, DaysPerWeek).Select(number => calendar.IsWeekday(DayOf(number)))];
    }

    public static WorkdayTable TableOf(WorkCalendar calendar) => Made.GetValue(calendar, one => new(one));

    public static int NumberOf(LocalDate day) => day.ToDateOnly().DayNumber;

    public static LocalDate DayOf(int number) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(number));

    public bool Works(int number)
    {
        int place = number - first;
        return (uint)place < (uint)named.Length ? named[place] : IsWeekday(number);
    }

    /// <summary>Whether nothing but a holiday would keep anybody from work.</summary>
    public bool IsWeekday(int number) => week[number % DaysPerWeek];
}
