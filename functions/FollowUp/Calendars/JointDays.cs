using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// The working days of several calendars at once: a day works only if it works in each of them. One calendar is the
/// ordinary case; both sides' calendars make the days on which a joint item can move.
/// </summary>
public sealed record JointDays(IReadOnlyList<WorkCalendar> Calendars)
{
    /// <summary>A year without one common working day is a mistake in the calendars, not a long holiday.</summary>
    private const int SearchMax = 366;

    private const int Week = 7;

    /// <summary>The last day that every calendar here has been announced for.</summary>
    public LocalDate KnownThrough => Calendars.Min(calendar => calendar.KnownThrough);

    public bool Works(LocalDate day)
    {
        // No LINQ: this is asked for every day of every count.
        for (int n = 0; n < Calendars.Count; n++)
        {
            if (!Calendars[n].Works(day))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// These days, narrowed to those on which <paramref name="calendar"/> works too. Who rests on every weekday that the others work,
    /// like a unit of volunteers, keeps their own: better a Saturday of theirs than the one made-up Saturday of the year, or no day at all.
    /// </summary>
    public JointDays And(WorkCalendar calendar) => Calendars.Contains(calendar) ? this : new(Meets(calendar) ? [.. Calendars, calendar] : [calendar]);

    /// <summary>The <paramref name="count"/>-th working day after (before, if negative) <paramref name="day"/>; 0 is the day itself.</summary>
    public LocalDate Add(LocalDate day, int count)
    {
        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0; left--)
        {
            (day, left) = Weeks(day, step, left);
            day = Nearest(day.PlusDays(step), step);
        }

        return day;
    }

    /// <summary>How many working days lie from <paramref name="from"/> to the day before <paramref name="to"/>.</summary>
    public int Count(LocalDate from, LocalDate to)
    {
        int count = 0;
        for (LocalDate day = from; day < to; day = day.PlusDays(1))
        {
            count += Works(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first working day at or after <paramref name="day"/>.</summary>
    public LocalDate Forward(LocalDate day) => Nearest(day, 1);

    /// <summary>The last working day at or before <paramref name="day"/>.</summary>
    public LocalDate Back(LocalDate day) => Nearest(day, -1);

    private bool Meets(WorkCalendar calendar)
    {
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            if (!calendar.Weekend.Contains(day) && !Calendars.Any(other => other.Weekend.Contains(day)))
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
    private (LocalDate Day, int Left) Weeks(LocalDate day, int step, int left)
    {
        if (left <= Week || Calendars.Max(calendar => calendar.KnownThrough) is var known && day <= known)
        {
            return (day, left);
        }

        int worked = Enumerable.Range(1, Week).Count(weekday => !Calendars.Any(calendar => calendar.Weekend.Contains((IsoDayOfWeek)weekday)));
        int weeks = worked == 0 ? 0 : (left - 1) / worked;
        weeks = step > 0 ? weeks : Math.Min(weeks, (Period.DaysBetween(known, day) - 1) / Week);
        return (day.PlusWeeks(step * weeks), left - (weeks * worked));
    }

    private LocalDate Nearest(LocalDate day, int step)
    {
        for (int tries = 0; tries < SearchMax; tries++, day = day.PlusDays(step))
        {
            if (Works(day))
            {
                return day;
            }
        }

        throw new NoWorkingDayException(this, day);
    }
}

/// <summary>Calendars that share no working day within a year cannot carry an item.</summary>
public sealed class NoWorkingDayException(JointDays days, LocalDate around)
    : Exception($"{string.Join(" and ", days.Calendars.Select(calendar => calendar.Id))} have no working day in common within a year of {around:uuuu-MM-dd}.");
