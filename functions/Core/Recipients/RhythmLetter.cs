using FollowUp.Calendars;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Recipients;

/// <summary>When somebody's next letter comes that they take daily or weekly.</summary>
public static class RhythmLetter
{
    private const int DaysPerWeek = 7;

    /// <summary>
    /// The first at or after <paramref name="from"/>: on a day on which they are at work, at their own hour or else the plan's. Where their
    /// weekday is a day off, it comes on the next day that works.
    /// </summary>
    public static Instant FirstFrom(Instant from, Rhythm rhythm, Contact to, LocalTime planHour)
    {
        JointDays own = new([to.Calendar]);
        LocalTime hour = rhythm.Hour ?? planHour;
        // From the day before: where a zone left that day out, its letter comes at the same hour of this one.
        LocalDate named = Latest(from.InZone(to.Zone).Date.PlusDays(-1), rhythm);
        Instant at = to.ToInstant(own.RollForward(named) + hour);
        while (at < from)
        {
            named = named.PlusDays(rhythm.Every == Pace.Weekly ? DaysPerWeek : 1);
            at = to.ToInstant(own.RollForward(named) + hour);
        }

        return at;
    }

    /// <summary>
    /// The last day of theirs up to <paramref name="day"/>: one before it that is moved to after that day is moved to where this one is.
    /// </summary>
    private static LocalDate Latest(LocalDate day, Rhythm rhythm) =>
        rhythm is { Every: Pace.Weekly, On: { } weekday } && day.DayOfWeek != weekday ? day.Previous(weekday) : day;
}
