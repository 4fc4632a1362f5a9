using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The zone that a calendar says it is read in (X-WR-TIMEZONE), by which an hour elsewhere has its day.</summary>
internal sealed class CalendarTimeZone(string? name)
{
    /// <summary>No calendar is read in UTC: programs write it where they know no zone.</summary>
    private readonly DateTimeZone? zone = name is null || name.Contains("UTC", StringComparison.OrdinalIgnoreCase) || name is "GMT"
        ? null
        : FindZone(name);

    /// <summary>The local hour of an instant, and of an hour that is written with the zone that it is in.</summary>
    /// <exception cref="CalendarFileException">Which day that is depends on a zone that nobody named.</exception>
    public LocalDateTime ToLocal(ICalDateTime dateTime, string property)
    {
        if (dateTime.TimeZoneId == ICalDateTime.Utc)
        {
            return FromUtc(dateTime, property);
        }

        if (zone is not null && FindZone(dateTime.TimeZoneId) is { } there
            && dateTime.Local.InZoneLeniently(there).WithZone(zone).Date is var day && day != dateTime.Date)
        {
            throw new CalendarFileException(
                $"names {dateTime.Date:uuuu-MM-dd} in {dateTime.TimeZoneId} in its {property}, "
                + $"which is {day:uuuu-MM-dd} in {zone.Id}, the zone of the calendar; write the day alone");
        }

        return dateTime.Local;
    }

    private LocalDateTime FromUtc(ICalDateTime dateTime, string property) => zone is not null
        ? dateTime.Local.InUtc().WithZone(zone).LocalDateTime
        : throw new CalendarFileException(
            $"names an hour in UTC in its {property}, {dateTime.Local:uuuu-MM-dd HH:mm}, and which day that is depends on the zone: "
            + "write the day, like VALUE=DATE:20201001, or the hour with its zone (TZID), or name the calendar's zone (X-WR-TIMEZONE)");

    /// <summary>Whether it is known what an instant is in <paramref name="place"/>, or else where the calendar is read.</summary>
    public bool IsResolvable(string? place) => zone is not null || FindZone(place) is not null;

    /// <summary>The local hour of an instant in <paramref name="place"/>, where that is known.</summary>
    public LocalDateTime ToLocalIn(string? place, ICalDateTime dateTime, string property) =>
        dateTime.TimeZoneId == ICalDateTime.Utc && FindZone(place) is { } there
            ? dateTime.Local.InUtc().WithZone(there).LocalDateTime
            : ToLocal(dateTime, property);

    private static DateTimeZone? FindZone(string? place) => place is null or ICalDateTime.Utc ? null
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(place)
        ?? FindWindowsZone(place)
        ?? FindByPathEnd(place);

    private static DateTimeZone? FindWindowsZone(string name) =>
        TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(name, out string? known)
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(known)
            : null;

    /// <summary>Thunderbird and Evolution put a path before the name: <c>/mozilla.org/20050126_1/Europe/Berlin</c>.</summary>
    private static DateTimeZone? FindByPathEnd(string place) =>
        place.Split('/') is [_, .., var area, var city] ? DateTimeZoneProviders.Tzdb.GetZoneOrNull($"{area}/{city}") : null;
}
