using FollowUp.Values;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>
/// The days on which an event begins: the first, those its rule gives (RRULE) and those it names (RDATE), without those it leaves out
/// (EXDATE).
/// </summary>
internal sealed class RecurrenceExpander(Component component, EventSpan span, CalendarTimeZone zone, LocalDate through)
{
    /// <summary>A rule that finds no day in this many steps is taken to find none at all.</summary>
    private static readonly EvaluationOptions EvaluationLimit = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    /// <summary>The largest offset of a time zone from UTC, in hours, to the west and to the east.</summary>
    private const int MaxHoursBehindUtc = 12;

    /// <inheritdoc cref="MaxHoursBehindUtc"/>
    private const int MaxHoursAheadOfUtc = 14;

    private readonly List<LocalDate> unmatched = [];

    /// <summary>What was left out or cancelled and is no day of this event.</summary>
    public IReadOnlyList<LocalDate> Unmatched => unmatched;

    /// <summary>In order; those that the rule gives up to the last day that is known, at most <paramref name="max"/> and one.</summary>
    /// <param name="cancelled">The days that were cancelled beside EXDATE, by their RECURRENCE-ID.</param>
    /// <exception cref="CalendarFileException">It cannot be said which.</exception>
    public List<LocalDate> StartDays(int max, IEnumerable<ContentLine> cancelled)
    {
        if (component.First("EXRULE") is { } old)
        {
            throw new CalendarFileException(
                $"leaves days out by a rule (EXRULE, line {old.Number}), which the standard has no more; name the days (EXDATE)");
        }

        List<LocalDate> ruled = component.Single("RRULE") is { } rule ? ExpandRule(rule, max) : [span.First];
        SortedSet<LocalDate> starts = [.. ruled, .. component.PropertiesNamed("RDATE").SelectMany(ListedDays)];

        // The rule is not expanded beyond the known days, so an exclusion there may well match.
        IEnumerable<LocalDate> excluded = component.PropertiesNamed("EXDATE").Concat(cancelled).SelectMany(ListedDays).Distinct();
        unmatched.AddRange(excluded.Where(day => !starts.Remove(day) && day <= through));
        return [.. starts];
    }

    /// <summary>The days that a list of days or hours names of this event.</summary>
    private IEnumerable<LocalDate> ListedDays(ContentLine line) =>
        string.Equals(line.Parameter("VALUE"), "PERIOD", StringComparison.OrdinalIgnoreCase)
        ? throw new CalendarFileException(
            $"names periods in its {line.Name}, line {line.Number}; name days, like {line.Name};VALUE=DATE:20201001")
        : ICalDateTime.ParseList(line).Select(dateTime => DayOf(dateTime, line));

    /// <summary>The day of this event that is meant by a day or an hour.</summary>
    private LocalDate DayOf(ICalDateTime dateTime, ContentLine line)
    {
        bool isMidnightOrLocal = dateTime.TimeZoneId != ICalDateTime.Utc || dateTime.Time == LocalTime.Midnight;
        if (dateTime.IsDateOnly || (span.Start.IsDateOnly && isMidnightOrLocal))
        {
            return dateTime.Date;
        }

        LocalDateTime local = span.Start.IsDateOnly
            ? zone.ToLocal(dateTime, line.Name)
            : zone.ToLocalIn(span.Start.TimeZoneId, dateTime, line.Name);
        return span.Start.IsDateOnly || local.TimeOfDay == span.Start.Time ? local.Date
            : throw new CalendarFileException(
                $"names {local:uuuu-MM-dd HH:mm} in its {line.Name}, line {line.Number}, and begins at {span.Start.Time:HH:mm}; "
                + $"name the day, like {line.Name};VALUE=DATE:20201001");
    }

    private List<LocalDate> ExpandRule(ContentLine line, int max)
    {
        if (span.Start.TimeZoneId == ICalDateTime.Utc && span.First != span.Start.Date)
        {
            throw ICalRecurrenceRule.Unsupported(
                line, "it counts days in UTC, which are others where the calendar is read; write the days without hours");
        }

        ICalRecurrenceRule rule = ICalRecurrenceRule.Parse(line);
        CheckLeapDay(rule, line);
        if (rule.Until is { } until)
        {
            rule.Pattern.Until = ToCalDateTime(LastDayUntil(until, line, rule.Pattern));
        }

        List<LocalDate> days = Occurrences(rule.Pattern, line, max);
        return days.Count > 0 && days[0] == span.First ? days
            : throw ICalRecurrenceRule.Unsupported(line, days.Count == 0 ? $"it names no day up to {through:uuuu-MM-dd}"
                : $"it begins on {span.First:uuuu-MM-dd}, which is no day of the rule; begin it on {days[0]:uuuu-MM-dd}, its first");
    }

    private void CheckLeapDay(ICalRecurrenceRule rule, ContentLine line)
    {
        if (rule.IsLeapDayRule(span.First))
        {
            throw ICalRecurrenceRule.Unsupported(
                line,
                "29 February comes round every fourth year by the standard, and every year by some programs; "
                + "write BYMONTH=2;BYMONTHDAY=-1 for the last day of each February, or BYMONTH=2;BYMONTHDAY=29");
        }
    }

    /// <summary>
    /// The last day that an UNTIL lets through. Where programs could read it as different days, it is taken if no day of the rule lies
    /// between them.
    /// </summary>
    private LocalDate LastDayUntil(ICalDateTime until, ContentLine line, RecurrencePattern pattern)
    {
        LocalTime begins = span.Start.Time ?? LocalTime.Midnight;
        if (span.Start.IsDateOnly && (until.IsDateOnly || until.Time == LocalTime.Midnight || until.Time >= ICalDateTime.EndOfDay))
        {
            return until.Date;
        }

        bool isKnown = until.TimeZoneId is null || zone.IsResolvable(span.Start.TimeZoneId);
        if (isKnown && !until.IsDateOnly)
        {
            return LastStartBy(until.TimeZoneId is null ? until.Local : zone.ToLocalIn(span.Start.TimeZoneId, until, "UNTIL"), begins);
        }

        (LocalDateTime least, LocalDateTime most) = until.IsDateOnly
            ? (until.Date.AtMidnight(), until.Date.At(LocalTime.MaxValue))
            : (until.Local.PlusHours(-MaxHoursBehindUtc), until.Local.PlusHours(MaxHoursAheadOfUtc));
        pattern.Until = ToCalDateTime(LastStartBy(most, begins));
        IEnumerable<LocalDate?> days = Occurrences(pattern, line, Limits.Many).Cast<LocalDate?>();
        return days.LastOrDefault(day => day!.Value.At(begins) > least) is { } doubtful
            ? throw ICalRecurrenceRule.Unsupported(line, $"whether {doubtful:uuuu-MM-dd} is its last day is read differently; "
                + $"write UNTIL as it begins, like UNTIL={doubtful:uuuuMMdd} for a day")
            : LastStartBy(most, begins);
    }

    private static LocalDate LastStartBy(LocalDateTime until, LocalTime begins) =>
        until.TimeOfDay >= begins ? until.Date : until.Date.PlusDays(-1);

    private List<LocalDate> Occurrences(RecurrencePattern pattern, ContentLine line, int max)
    {
        List<LocalDate> days = [];
        try
        {
            CalendarEvent recurring = new() { Start = ToCalDateTime(span.First), RecurrenceRule = pattern };
            days.AddRange(recurring.GetOccurrences(null, EvaluationLimit)
                .Select(occurrence => LocalDate.FromDateOnly(occurrence.Period.StartTime.Date))
                .TakeWhile(day => day <= through || day == span.First)
                .Take(max + 1));
        }
        catch (EvaluationOutOfRangeException)
        {
            // Its next day is after the year 9999: those found before are all there are.
        }
        catch (Exception endless) when (
            endless is EvaluationException or ArgumentException or OverflowException or InvalidOperationException)
        {
            throw ICalRecurrenceRule.Unsupported(line, "it names no day, or none for a very long time");
        }

        return days;
    }

    private static CalDateTime ToCalDateTime(LocalDate day) => new(day.Year, day.Month, day.Day);
}
