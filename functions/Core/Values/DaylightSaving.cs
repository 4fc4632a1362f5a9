using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Values;

/// <summary>
/// Local times as instants where clocks change for daylight saving, or a zone moves (law 7). An hour that does not exist moves forward
/// by the gap, and one that exists twice means the earlier. A day begins at the first instant that it has, since midnight may not
/// exist (the clocks go forward then), nor a whole day: Samoa had no 30 December 2011.
/// </summary>
internal static class DaylightSaving
{
    private static readonly ZoneLocalMappingResolver FirstInstant =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The first instant of <paramref name="day"/>; where the clocks leapt over it, the first one after.</summary>
    public static Instant StartOf(LocalDate day, DateTimeZone zone) => zone.ResolveLocal(day.AtMidnight(), FirstInstant).ToInstant();

    /// <summary>When clocks in <paramref name="zone"/> show <paramref name="local"/>.</summary>
    /// <param name="steady">
    /// Where the last answer for this zone lay: most questions are of one season, and need no look at the zone.
    /// </param>
    public static Instant ToInstant(LocalDateTime local, DateTimeZone zone, ref SteadyOffset? steady)
    {
        Instant near = local.InUtc().ToInstant();
        if (steady is not { } around || !around.Contains(near))
        {
            steady = around = SteadyOffset.Around(zone.GetZoneInterval(near));
        }

        return around.Contains(near) ? near - around.Offset : local.InZoneLeniently(zone).ToInstant();
    }

    /// <summary>
    /// A time between two changes of clocks, but for a day at each end: within it no offset can reach the other side of one.
    /// </summary>
    internal sealed record SteadyOffset(Instant From, Instant To, Duration Offset)
    {
        private static readonly Duration OneDay = Duration.FromDays(1);

        public static SteadyOffset Around(ZoneInterval interval) => new(
            interval.HasStart ? interval.Start + OneDay : Instant.MinValue,
            interval.HasEnd ? interval.End - OneDay : Instant.MaxValue,
            Duration.FromSeconds(interval.WallOffset.Seconds));

        public bool Contains(Instant near) => From <= near && near < To;
    }
}
