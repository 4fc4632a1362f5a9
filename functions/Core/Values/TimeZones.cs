using FollowUp.Faults;
using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Values;

/// <summary>
/// Time zones by the names of the IANA database, aliases too: the ones that browsers know as well, where the board shows hours. The library
/// also makes zones of names like <c>UTC+08</c>; no browser knows those.
/// </summary>
public static class TimeZones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    /// <summary>One that was taken, also by an earlier version that took more of them.</summary>
    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>Null where there is none of that name.</summary>
    public static DateTimeZone? Find(string id) => Source.CanonicalIdMap.ContainsKey(id) ? Get(id) : null;

    /// <summary>What is wrong with it, and which one may be meant; null where nothing is.</summary>
    public static string? Fault(string id)
    {
        if (Find(id) is not null)
        {
            return null;
        }

        string? meant = Source.WindowsToTzdbIds.FirstOrDefault(zone => Same(zone.Key, id)).Value
            ?? Source.CanonicalIdMap.Keys.FirstOrDefault(zone => Same(zone, id));
        return ValueFaults.NotZone.Fill(meant is null ? null : id, meant);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
