using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What an event covers where it begins: from which day on, and how many.</summary>
/// <param name="Start">As it is written; what recurs is counted from it.</param>
/// <param name="First">Its day.</param>
/// <param name="Hours">Null for whole days; else from when to when.</param>
internal sealed record EventSpan(ICalDateTime Start, LocalDate First, int Days, (LocalDateTime From, LocalDateTime To)? Hours)
{
    /// <exception cref="CalendarFileException">It has no beginning, or an end that is none.</exception>
    public static EventSpan FromComponent(Component component, CalendarTimeZone zone)
    {
        if (component.Single("DTSTART") is not { } line)
        {
            throw new CalendarFileException($"must begin on a day from {Limits.YearMin} to {Limits.YearMax}, and has no DTSTART");
        }

        ICalDateTime start = ICalDateTime.Parse(line);
        (ContentLine? end, ContentLine? length) = (component.Single("DTEND"), component.Single("DURATION"));
        LocalDateTime from = zone.ToLocal(start, "DTSTART");
        LocalDateTime? to = end is not null ? ToLocalEnd(ICalDateTime.Parse(end), start, zone)
            : length is not null ? from + ToPeriod(length)
            : null;
        CheckEnd(start, from, to, end, length);
        return start.IsDateOnly ? WholeDays(start, to) : Timed(start, from, to ?? from);
    }

    private static void CheckEnd(ICalDateTime start, LocalDateTime from, LocalDateTime? to, ContentLine? end, ContentLine? length)
    {
        if (start.IsDateOnly && end is null && length is not null && ICalDuration.HasTimePart(length) && to > from.PlusDays(1))
        {
            throw new CalendarFileException($"is of whole days, and lasts hours (DURATION, line {length.Number}, "
                + $"{ContentLine.Quote(length.TrimmedValue)}), which programs read differently; write days, like P2D");
        }

        if (end is not null && length is not null && to != from + ToPeriod(length))
        {
            throw new CalendarFileException(
                $"has a DTEND, line {end.Number}, and a DURATION, line {length.Number}, that end it differently");
        }

        if (to < from)
        {
            throw new CalendarFileException($"ends before it begins ({from.Date:uuuu-MM-dd}), on {to.Value.Date:uuuu-MM-dd}");
        }
    }

    private static Period ToPeriod(ContentLine line) => Period.FromSeconds((long)ICalDuration.Parse(line).TotalSeconds);

    /// <summary>An hour behind a day says that the day is over; in UTC as well where it says so there.</summary>
    private static LocalDateTime ToLocalEnd(ICalDateTime end, ICalDateTime start, CalendarTimeZone zone) =>
        start.IsDateOnly && (end.Date == start.Date || end.Time == LocalTime.Midnight || end.Time >= ICalDateTime.EndOfDay)
            ? end.Local
            : zone.ToLocal(end, "DTEND");

    /// <summary>Every calendar program shows a day that ends when it begins as that day.</summary>
    private static EventSpan WholeDays(ICalDateTime start, LocalDateTime? to)
    {
        if (to is not { } end || end.Date == start.Date)
        {
            return new(start, start.Date, 1, null);
        }

        return end.TimeOfDay == LocalTime.Midnight ? new(start, start.Date, DaysBetween(start.Date, end.Date), null)
            : end.TimeOfDay >= ICalDateTime.EndOfDay ? new(start, start.Date, DaysBetween(start.Date, end.Date) + 1, null)
            : throw new CalendarFileException($"begins with a day and ends within one, {end:uuuu-MM-dd HH:mm}: is that day off? "
                + "Write DTEND as the day after the last, like DTEND;VALUE=DATE:20201009");
    }

    private static EventSpan Timed(ICalDateTime start, LocalDateTime from, LocalDateTime to)
    {
        bool isOver = to.TimeOfDay == LocalTime.Midnight && to > from;
        bool isWhole = from.TimeOfDay == LocalTime.Midnight && (isOver || to.TimeOfDay >= ICalDateTime.EndOfDay);
        return new(start, from.Date, DaysBetween(from.Date, to.Date) + (isOver ? 0 : 1), isWhole ? null : (from, to));
    }

    private static int DaysBetween(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
