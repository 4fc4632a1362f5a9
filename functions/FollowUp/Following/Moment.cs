using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Following;

/// <summary>When one occurrence of a rung speaks to one person, and why it is not the day one would have counted.</summary>
internal sealed record Moment(LocalDate Day, Instant At, string? Explanation)
{
    public static Moment Of(LadderName ladder, Rung rung, int occurrence, Anchor anchor, AgreedItem item, Plan plan, JointDays days, Contact to)
    {
        LocalDate counted = Counted(rung, occurrence, anchor.Day, days);
        JointDays both = days.And(to.Calendar);
        LocalDate day = Roll(counted, ladder, anchor, item, both);
        return new(day, AtHour(day, plan.Hour, to), both.Explain(counted, day));
    }

    /// <summary>
    /// A local time that does not exist (the clocks go forward) moves on by the gap; one that exists twice means the earlier.
    /// </summary>
    public static Instant AtHour(LocalDate day, LocalTime hour, Contact to) =>
        (day + hour).InZoneLeniently(DateTimeZoneProviders.Tzdb[to.Person.TimeZone]).ToInstant();

    private static LocalDate Counted(Rung rung, int occurrence, LocalDate anchor, JointDays days)
    {
        // Months are counted from the anchor at once, so that the 31st comes back after a short month.
        if (rung.Every is { Unit: OffsetUnit.Months } every && rung.Offset.Unit == OffsetUnit.Months)
        {
            return anchor.PlusMonths(rung.Offset.Count + (every.Count * occurrence));
        }

        LocalDate first = rung.Offset.From(anchor, days);
        return occurrence == 0 ? first : rung.Every!.Value.From(first, days, occurrence);
    }

    /// <summary>
    /// Up to the due date the day moves back, since a reminder after the deadline is none; later it moves forward. But nothing
    /// that follows an event moves to before it: an item assigned on a Saturday reaches its owner on Monday.
    /// </summary>
    private static LocalDate Roll(LocalDate counted, LadderName ladder, Anchor anchor, AgreedItem item, JointDays both)
    {
        if (counted > item.DueOn)
        {
            return both.Forward(counted);
        }

        LocalDate back = both.Back(counted);
        return back < anchor.Day && !Anchor.IsAgreed(ladder) ? both.Forward(counted) : back;
    }
}
