using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The zone that a calendar says it is read in (X-WR-TIMEZONE), by which an hour elsewhere has its day.</summary>
internal sealed class OfficeZone(string? name)
{
    /// <summary>Nobody's office is in UTC: programs write it where they know no zone.</summary>
    private readonly DateTimeZone? zone = name is null || name.Contains("UTC", StringComparison.OrdinalIgnoreCase) || name is "GMT"
        ? null
        : Find(name);

    /// <summary>The local hour of an instant, and of an hour that is written with the zone that it is in.</summary>
    /// <exception cref="UnfollowedException">Which day that is depends on a zone that nobody named.</exception>
    public LocalDateTime Local(WrittenTime time, string property)
    {
        if (time.Zone is null)
        {
            return time.Local;
        }

        if (time.Zone == WrittenTime.Utc)
        {
            return zone is not null
                ? time.Local.InUtc().WithZone(zone).LocalDateTime
                : throw new UnfollowedException(
                    $"names an hour in UTC in its {property}, {time.Local:uuuu-MM-dd HH:mm}, and which day that is depends on the zone: "
                    + "write the day, like VALUE=DATE:20201001, or the hour with its zone (TZID), or name the calendar's zone (X-WR-TIMEZONE)");
        }

        if (zone is not null && Find(time.Zone) is { } there
            && time.Local.InZoneLeniently(there).WithZone(zone).Date is var day && day != time.Date)
        {
            throw new UnfollowedException($"names {time.Date:uuuu-MM-dd} in {time.Zone} in its {property}, which is {day:uuuu-MM-dd} in {zone.Id}, "
                + "the zone of the calendar; write the day alone");
        }

        return time.Local;
    }

    /// <summary>Whether it is known what an instant is in <paramref name="place"/>, or else where the calendar is read.</summary>
    public bool Knows(string? place) => zone is not null || Find(place) is not null;

    /// <summary>The local hour of an instant in <paramref name="place"/>, where that is known.</summary>
    public LocalDateTime LocalIn(string? place, WrittenTime time, string property) =>
        time.Zone == WrittenTime.Utc && Find(place) is { } there ? time.Local.InUtc().WithZone(there).LocalDateTime : Local(time, property);

    private static DateTimeZone? Find(string? place) => place is null or WrittenTime.Utc ? null
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(place)
        ?? (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(place, out string? known) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(known) : Last(place));

    /// <summary>Thunderbird and Evolution put a path before the name: <c>/mozilla.org/20050126_1/Europe/Berlin</c>.</summary>
    private static DateTimeZone? Last(string place) =>
        place.Split('/') is [_, .., var area, var city] ? DateTimeZoneProviders.Tzdb.GetZoneOrNull($"{area}/{city}") : null;
}
