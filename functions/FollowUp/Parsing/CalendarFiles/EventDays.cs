using FollowUp.Values;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>
/// The days on which an event begins: the first, those its rule gives (RRULE) and those it names (RDATE), without those it leaves out (EXDATE).
/// </summary>
internal sealed class EventDays(Component one, EventSpan span, OfficeZone zone, LocalDate through)
{
    /// <summary>A rule that finds no day in this many steps finds none at all.</summary>
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    /// <summary>How far, in hours, clocks on earth are behind UTC, and before it.</summary>
    private const int WestMax = 12;

    /// <inheritdoc cref="WestMax"/>
    private const int EastMax = 14;

    private readonly List<LocalDate> unmatched = [];

    /// <summary>What was left out or cancelled and is no day of this event.</summary>
    public IReadOnlyList<LocalDate> Unmatched => unmatched;

    /// <summary>In order; those that the rule gives up to the last day that is known, at most <paramref name="max"/> and one.</summary>
    /// <param name="cancelled">The days that were cancelled beside EXDATE, by their RECURRENCE-ID.</param>
    /// <exception cref="UnfollowedException">It cannot be said which.</exception>
    public List<LocalDate> Starts(int max, IEnumerable<ContentLine> cancelled)
    {
        if (one.First("EXRULE") is { } old)
        {
            throw new UnfollowedException($"leaves days out by a rule (EXRULE, line {old.Number}), which the standard has no more; name the days (EXDATE)");
        }

        List<LocalDate> ruled = one.Single("RRULE") is { } rule ? Ruled(rule, max) : [span.First];
        SortedSet<LocalDate> starts = [.. ruled, .. one.All("RDATE").SelectMany(Named)];

        // Beyond what is known nobody looks whether the rule would have had such a day.
        foreach (LocalDate day in one.All("EXDATE").Concat(cancelled).SelectMany(Named).Distinct().Where(day => !starts.Remove(day) && day <= through))
        {
            unmatched.Add(day);
        }

        return [.. starts];
    }

    /// <summary>The days that a list of days or hours names of this event.</summary>
    private IEnumerable<LocalDate> Named(ContentLine line) => string.Equals(line.Parameter("VALUE"), "PERIOD", StringComparison.OrdinalIgnoreCase)
        ? throw new UnfollowedException($"names periods in its {line.Name}, line {line.Number}; name days, like {line.Name};VALUE=DATE:20201001")
        : WrittenTime.Each(line).Select(time => DayOf(time, line));

    /// <summary>The day of this event that is meant by a day or an hour.</summary>
    private LocalDate DayOf(WrittenTime time, ContentLine line)
    {
        if (time.IsDay || (span.Start.IsDay && (time.Zone != WrittenTime.Utc || time.Hour == LocalTime.Midnight)))
        {
            return time.Date;
        }

        LocalDateTime local = span.Start.IsDay ? zone.Local(time, line.Name) : zone.LocalIn(span.Start.Zone, time, line.Name);
        return span.Start.IsDay || local.TimeOfDay == span.Start.Hour ? local.Date
            : throw new UnfollowedException($"names {local:uuuu-MM-dd HH:mm} in its {line.Name}, line {line.Number}, and begins at {span.Start.Hour:HH:mm}; "
                + $"name the day, like {line.Name};VALUE=DATE:20201001");
    }

    private List<LocalDate> Ruled(ContentLine line, int max)
    {
        if (span.Start.Zone == WrittenTime.Utc && span.First != span.Start.Date)
        {
            throw WrittenRule.Unfollowed(line, "it counts days in UTC, which are others where the calendar is read; write the days without hours");
        }

        WrittenRule rule = WrittenRule.Of(line);
        if (rule.IsByLeapDay(span.First))
        {
            throw WrittenRule.Unfollowed(line, "29 February comes round every fourth year by the standard, and every year by some programs; "
                + "write BYMONTH=2;BYMONTHDAY=-1 for the last day of each February, or BYMONTH=2;BYMONTHDAY=29");
        }

        if (rule.Until is { } until)
        {
            rule.Pattern.Until = At(LastDay(until, line, rule.Pattern));
        }

        List<LocalDate> days = Follow(rule.Pattern, line, max);
        return days.Count > 0 && days[0] == span.First ? days
            : throw WrittenRule.Unfollowed(line, days.Count == 0 ? $"it names no day up to {through:uuuu-MM-dd}"
                : $"it begins on {span.First:uuuu-MM-dd}, which is no day of the rule; begin it on {days[0]:uuuu-MM-dd}, its first");
    }

    /// <summary>
    /// The last day that an UNTIL lets through. One that programs could take for different days is taken where no day of the rule depends on it.
    /// </summary>
    private LocalDate LastDay(WrittenTime until, ContentLine line, RecurrencePattern pattern)
    {
        LocalTime begins = span.Start.Hour ?? LocalTime.Midnight;
        if (span.Start.IsDay && (until.IsDay || until.Hour == LocalTime.Midnight || until.Hour >= WrittenTime.Over))
        {
            return until.Date;
        }

        bool isKnown = until.Zone is null || zone.Knows(span.Start.Zone);
        if (isKnown && !until.IsDay)
        {
            return LastBegun(until.Zone is null ? until.Local : zone.LocalIn(span.Start.Zone, until, "UNTIL"), begins);
        }

        (LocalDateTime least, LocalDateTime most) = until.IsDay
            ? (until.Date.AtMidnight(), until.Date.At(LocalTime.MaxValue))
            : (until.Local.PlusHours(-WestMax), until.Local.PlusHours(EastMax));
        pattern.Until = At(LastBegun(most, begins));
        return Follow(pattern, line, Limits.Many).Cast<LocalDate?>().LastOrDefault(day => day!.Value.At(begins) > least) is { } doubtful
            ? throw WrittenRule.Unfollowed(line, $"whether {doubtful:uuuu-MM-dd} is its last day is read differently; "
                + $"write UNTIL as it begins, like UNTIL={doubtful:uuuuMMdd} for a day")
            : LastBegun(most, begins);
    }

    private static LocalDate LastBegun(LocalDateTime until, LocalTime begins) => until.TimeOfDay >= begins ? until.Date : until.Date.PlusDays(-1);

    private List<LocalDate> Follow(RecurrencePattern pattern, ContentLine line, int max)
    {
        List<LocalDate> days = [];
        try
        {
            days.AddRange(new CalendarEvent { Start = At(span.First), RecurrenceRule = pattern }.GetOccurrences(null, Patience)
                .Select(occurrence => LocalDate.FromDateOnly(occurrence.Period.StartTime.Date))
                .TakeWhile(day => day <= through || day == span.First)
                .Take(max + 1));
        }
        catch (EvaluationOutOfRangeException)
        {
            // Its next day is after the year 9999: those found before are all there are.
        }
        catch (Exception endless) when (endless is EvaluationException or ArgumentException or OverflowException or InvalidOperationException)
        {
            throw WrittenRule.Unfollowed(line, "it names no day, or none for a very long time");
        }

        return days;
    }

    private static CalDateTime At(LocalDate day) => new(day.Year, day.Month, day.Day);
}
