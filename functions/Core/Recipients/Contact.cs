using FollowUp.Calendars;
using FollowUp.People;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Recipients;

/// <summary>A person with the calendar that they keep and the clock that they look at.</summary>
public sealed class Contact(Person person, WorkCalendar calendar)
{
    private DaylightSaving.SteadyOffset? steady;

    public Person Person => person;

    public WorkCalendar Calendar => calendar;

    public DateTimeZone Zone { get; } = person.Zone();

    /// <summary>When their clocks show it, by the rules of <see cref="DaylightSaving"/>.</summary>
    public Instant ToInstant(LocalDateTime local) => DaylightSaving.ToInstant(local, Zone, ref steady);
}
