using System.Runtime.CompilerServices;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// A calendar as it is counted by: a mark for each day from the first to the last that it names, and one week for all others. Days
/// are numbers here, from Monday, 1 January of the year 1, since a count goes over very many of them.
/// </summary>
internal sealed class DayTable
{
    public const int Week = 7;

    /// <summary>Beside the calendars, not in them: a copy with other days is another calendar, and must find no table of the first.</summary>
    private static readonly ConditionalWeakTable<WorkCalendar, DayTable> Made = [];

    private readonly bool[] week;
    private readonly int first;
    private readonly bool[] named;

    private DayTable(WorkCalendar calendar)
    {
        LocalDate[] days = [.. calendar.Holidays.Keys, .. calendar.WorkingDays.Keys];
        first = days.Length == 0 ? 0 : Number(days.Min());
        named = days.Length == 0 ? [] : [.. Enumerable.Range(first, Number(days.Max()) - first + 1).Select(number => calendar.Works(Day(number)))];
        week = [.. Enumerable.Range(0, Week).Select(number => calendar.IsWeekday(Day(number)))];
    }

    public static DayTable Of(WorkCalendar calendar) => Made.GetValue(calendar, one => new(one));

    public static int Number(LocalDate day) => day.ToDateOnly().DayNumber;

    public static LocalDate Day(int number) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(number));

    public bool Works(int number)
    {
        int place = number - first;
        return (uint)place < (uint)named.Length ? named[place] : IsWeekday(number);
    }

    /// <summary>Whether nothing but a holiday would keep anybody from work.</summary>
    public bool IsWeekday(int number) => week[number % Week];
}
