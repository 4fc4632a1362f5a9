using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>A day, or an hour of one, as a property writes it.</summary>
/// <param name="Time">Null for a day.</param>
/// <param name="TimeZoneId">Where that hour is: <c>UTC</c>, or what TZID says; null for wherever one is.</param>
internal readonly partial record struct ICalDateTime(LocalDate Date, LocalTime? Time, string? TimeZoneId)
{
    public const string Utc = "UTC";

    /// <summary>An end at or after this is the end of the day: programs write 23:59 for 24:00.</summary>
    public static readonly LocalTime EndOfDay = new(23, 59);

    public bool IsDateOnly => Time is null;

    public LocalDateTime Local => Date.At(Time ?? LocalTime.Midnight);

    /// <summary>The only day, or hour, of a property.</summary>
    public static ICalDateTime Parse(ContentLine line) => Parse(line.TrimmedValue, line);

    /// <summary>All of a list.</summary>
    public static IEnumerable<ICalDateTime> ParseList(ContentLine line) =>
        line.TrimmedValue.Split(',', StringSplitOptions.TrimEntries).Where(text => text.Length > 0).Select(text => Parse(text, line));

    /// <exception cref="CalendarFileException">The text is none.</exception>
    public static ICalDateTime Parse(string text, ContentLine line)
    {
        Match read = Pattern().Match(text);
        if (!read.Success || ParseDate(read) is not { } date)
        {
            throw new CalendarFileException(
                $"has in its {line.Name}, line {line.Number}, no day from {Limits.YearMin} to {Limits.YearMax} like 20201001: "
                + ContentLine.Quote(text));
        }

        LocalTime? hour = ParseTime(read);
        if (hour is null && read.Groups["hour"].Success)
        {
            throw new CalendarFileException(
                $"has in its {line.Name}, line {line.Number}, no hour from 000000 to 235959: {ContentLine.Quote(text)}");
        }

        bool saysDay = string.Equals(line.Parameter("VALUE"), "DATE", StringComparison.OrdinalIgnoreCase);
        return saysDay && hour == LocalTime.Midnight ? new(date, null, null)
            : saysDay && hour is not null
                ? throw new CalendarFileException(
                    $"says VALUE=DATE in its {line.Name}, line {line.Number}, and names an hour: {ContentLine.Quote(text)}")
            : new(date, hour, hour is null ? null : read.Groups["utc"].Length > 0 ? Utc : NormalizeZone(line.Parameter("TZID")));
    }

    private static string? NormalizeZone(string? zone) => zone?.Trim('/') switch
    {
        null or "" => null,
        "UTC" or "Etc/UTC" or "GMT" or "Etc/GMT" or "Z" or "tzone://Microsoft/Utc" => Utc,
        var other => other,
    };

    private static LocalDate? ParseDate(Match read)
    {
        (int year, int month, int day) = (Number(read, "year"), Number(read, "month"), Number(read, "day"));
        bool isMonth = year is >= Limits.YearMin and <= Limits.YearMax && month is >= 1 and <= 12;
        return isMonth && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, day)
            : null;
    }

    private static LocalTime? ParseTime(Match read)
    {
        if (!read.Groups["hour"].Success)
        {
            return null;
        }

        // A leap second is the last of its minute.
        (int hour, int minute, int second) = (Number(read, "hour"), Number(read, "minute"), Math.Min(Number(read, "second"), 59));
        return hour < 24 && minute < 60 ? new(hour, minute, second) : null;
    }

    private static int Number(Match read, string group) => int.Parse(read.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})"
        + "([Tt](?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})(?<utc>[Zz]?))?$")]
    private static partial Regex Pattern();
}
