using FollowUp.Calendars;
using FollowUp.People;
using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Recipients;

/// <summary>A person with the calendar that they keep and the clock that they look at.</summary>
public sealed class Contact(Person person, WorkCalendar calendar)
{
    /// <summary>Where the last answer lay: most questions are of one season.</summary>
    private Season? season;

    public Person Person => person;

    public WorkCalendar Calendar => calendar;

    public DateTimeZone Zone { get; } = person.Zone();

    /// <summary>
    /// When their clocks show it. A local time that does not exist (the clocks go forward) moves on by the gap; one that exists twice
    /// means the earlier.
    /// </summary>
    public Instant ToInstant(LocalDateTime local)
    {
        Instant near = local.InUtc().ToInstant();
        if (season is not { } around || !around.Contains(near))
        {
            season = around = Season.Of(Zone.GetZoneInterval(near));
        }

        return around.Contains(near) ? near - around.Offset : local.InZoneLeniently(Zone).ToInstant();
    }

    /// <summary>A time between two changes of clocks, but for a day at each end: within it no offset can reach the other side of one.</summary>
    private sealed record Season(Instant From, Instant To, Duration Offset)
    {
        private static readonly Duration OneDay = Duration.FromDays(1);

        public static Season Of(ZoneInterval interval) => new(
            interval.HasStart ? interval.Start + OneDay : Instant.MinValue,
            interval.HasEnd ? interval.End - OneDay : Instant.MaxValue,
            Duration.FromSeconds(interval.WallOffset.Seconds));

        public bool Contains(Instant near) => From <= near && near < To;
    }
}
