using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What an event covers where it begins: from which day on, and how many.</summary>
/// <param name="Start">As it is written; what recurs is counted from it.</param>
/// <param name="First">Its day.</param>
/// <param name="Hours">Null for whole days; else from when to when.</param>
internal sealed record EventSpan(WrittenTime Start, LocalDate First, int Days, (LocalDateTime From, LocalDateTime To)? Hours)
{
    /// <exception cref="UnfollowedException">It has no beginning, or an end that is none.</exception>
    public static EventSpan Of(Component one, OfficeZone zone)
    {
        if (one.Single("DTSTART") is not { } line)
        {
            throw new UnfollowedException($"must begin on a day from {Limits.YearMin} to {Limits.YearMax}, and has no DTSTART");
        }

        WrittenTime start = WrittenTime.Of(line);
        (ContentLine? end, ContentLine? length) = (one.Single("DTEND"), one.Single("DURATION"));
        LocalDateTime from = zone.Local(start, "DTSTART");
        LocalDateTime? to = end is not null ? End(WrittenTime.Of(end), start, zone) : length is not null ? from + Length(length) : null;
        if (start.IsDay && end is null && length is not null && WrittenDuration.IsInHours(length) && to > from.PlusDays(1))
        {
            throw new UnfollowedException($"is of whole days, and lasts hours (DURATION, line {length.Number}, "
                + $"{ContentLine.Quoted(length.Written)}), which programs read differently; write days, like P2D");
        }

        if (end is not null && length is not null && to != from + Length(length))
        {
            throw new UnfollowedException($"has a DTEND, line {end.Number}, and a DURATION, line {length.Number}, that end it differently");
        }

        if (to < from)
        {
            throw new UnfollowedException($"ends before it begins ({from.Date:uuuu-MM-dd}), on {to.Value.Date:uuuu-MM-dd}");
        }

        return start.IsDay ? WholeDays(start, to) : Timed(start, from, to ?? from);
    }

    private static Period Length(ContentLine line) => Period.FromSeconds((long)WrittenDuration.Of(line).TotalSeconds);

    /// <summary>An hour behind a day says that the day is over; in UTC as well where it says so there.</summary>
    private static LocalDateTime End(WrittenTime end, WrittenTime start, OfficeZone zone) =>
        start.IsDay && (end.Date == start.Date || end.Hour == LocalTime.Midnight || end.Hour >= WrittenTime.Over)
            ? end.Local
            : zone.Local(end, "DTEND");

    /// <summary>Every calendar program shows a day that ends when it begins as that day.</summary>
    private static EventSpan WholeDays(WrittenTime start, LocalDateTime? to)
    {
        if (to is not { } end || end.Date == start.Date)
        {
            return new(start, start.Date, 1, null);
        }

        return end.TimeOfDay == LocalTime.Midnight ? new(start, start.Date, Between(start.Date, end.Date), null)
            : end.TimeOfDay >= WrittenTime.Over ? new(start, start.Date, Between(start.Date, end.Date) + 1, null)
            : throw new UnfollowedException($"begins with a day and ends within one, {end:uuuu-MM-dd HH:mm}: is that day off? "
                + "Write DTEND as the day after the last, like DTEND;VALUE=DATE:20201009");
    }

    private static EventSpan Timed(WrittenTime start, LocalDateTime from, LocalDateTime to)
    {
        bool isOver = to.TimeOfDay == LocalTime.Midnight && to > from;
        bool isWhole = from.TimeOfDay == LocalTime.Midnight && (isOver || to.TimeOfDay >= WrittenTime.Over);
        return new(start, from.Date, Between(from.Date, to.Date) + (isOver ? 0 : 1), isWhole ? null : (from, to));
    }

    private static int Between(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
