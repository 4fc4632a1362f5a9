using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// The working days of several calendars at once: a day works only if it works in each of them. One calendar is the
/// ordinary case; both sides' calendars make the days on which a joint item can move.
/// </summary>
public sealed class JointDays(IReadOnlyList<WorkCalendar> calendars)
{
    /// <summary>A year without one common working day is a mistake in the calendars, not a long holiday.</summary>
    private const int SearchMax = 366;

    private readonly WorkdayTable[] tables = [.. calendars.Select(WorkdayTable.TableOf)];

    /// <summary>The last day that any calendar here has been announced for.</summary>
    private readonly int known = calendars.Max(calendar => WorkdayTable.NumberOf(calendar.KnownThrough));

    public IReadOnlyList<WorkCalendar> Calendars => calendars;

    /// <summary>The last day that every calendar here has been announced for.</summary>
    public LocalDate KnownThrough => calendars.Min(calendar => calendar.KnownThrough);

    public bool Works(LocalDate day) => Works(WorkdayTable.NumberOf(day));

    /// <summary>
    /// These days, narrowed to those on which <paramref name="calendar"/> works too. Who rests on every weekday that the others work,
    /// like a unit of volunteers, keeps their own: better a Saturday of theirs than the one made-up Saturday of the year, or no day at all.
    /// </summary>
    public JointDays JoinedWith(WorkCalendar calendar) =>
        calendars.Contains(calendar) ? this : new(SharesWeekdayWith(calendar) ? [.. calendars, calendar] : [calendar]);

    /// <summary>
    /// The <paramref name="count"/>-th working day after (before, if negative) <paramref name="day"/>; 0 is the day itself.
    /// </summary>
    public LocalDate AddWorkingDays(LocalDate day, int count)
    {
        (int number, int step) = (WorkdayTable.NumberOf(day), Math.Sign(count));
        for (int left = Math.Abs(count); left > 0; left--)
        {
            if (left > WorkdayTable.DaysPerWeek && number > known)
            {
                (number, left) = SkipWholeWeeks(number, step, left);
            }

            number = FindWorkingDay(number + step, step);
        }

        return WorkdayTable.DayOf(number);
    }

    /// <summary>How many working days lie from <paramref name="from"/> to the day before <paramref name="to"/>.</summary>
    public int CountWorkingDays(LocalDate from, LocalDate to)
    {
        (int first, int end, int count) = (WorkdayTable.NumberOf(from), WorkdayTable.NumberOf(to), 0);
        for (int number = first; number < end; number++)
        {
            count += Works(number) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first working day at or after <paramref name="day"/>.</summary>
    public LocalDate RollForward(LocalDate day) => Works(day) ? day : WorkdayTable.DayOf(FindWorkingDay(WorkdayTable.NumberOf(day), 1));

    /// <summary>The last working day at or before <paramref name="day"/>.</summary>
    public LocalDate RollBack(LocalDate day) => Works(day) ? day : WorkdayTable.DayOf(FindWorkingDay(WorkdayTable.NumberOf(day), -1));

    private bool Works(int number)
    {
        foreach (WorkdayTable table in tables)
        {
            if (!table.Works(number))
            {
                return false;
            }
        }

        return true;
    }

    private bool SharesWeekdayWith(WorkCalendar calendar)
    {
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            if (!calendar.Weekend.Contains(day) && !calendars.Any(other => other.Weekend.Contains(day)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Beyond everything announced one week is like the next, and a plan may reach decades ahead: goes as many whole weeks as
    /// leave at least one day to count.
    /// </summary>
    private (int Number, int Left) SkipWholeWeeks(int number, int step, int left)
    {
        int worked = Enumerable.Range(0, WorkdayTable.DaysPerWeek)
            .Count(weekday => Array.TrueForAll(tables, table => table.IsWeekday(weekday)));
        int weeks = worked == 0 ? 0 : (left - 1) / worked;
        weeks = step > 0 ? weeks : Math.Min(weeks, (number - known - 1) / WorkdayTable.DaysPerWeek);
        return (number + (step * weeks * WorkdayTable.DaysPerWeek), left - (weeks * worked));
    }

    private int FindWorkingDay(int number, int step)
    {
        for (int tries = 0; tries < SearchMax; tries++, number += step)
        {
            if (Works(number))
            {
                return number;
            }
        }

        throw new NoWorkingDayException(this, WorkdayTable.DayOf(number));
    }
}
