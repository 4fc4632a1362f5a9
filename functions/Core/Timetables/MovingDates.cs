using FollowUp.Calendars;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>A due date that is moved by so much, whatever it is.</summary>
public static class MovingDates
{
    /// <summary>
    /// The coordinator moves it as far as a rung would lie from it: by the item's working days, by calendar days, or by months, the last
    /// day of a month that has no such day.
    /// </summary>
    /// <param name="days">The item's own.</param>
    public static AgreedItem RescheduleBy(
        this AgreedItem item, Actor by, Instant at, Plans.Offset offset, JointDays days, string reason) =>
        item.Reschedule(by, at, Step2Offset.Add(offset, item.DueOn, days), reason);
}
