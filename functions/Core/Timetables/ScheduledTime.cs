using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>When one occurrence of a rung speaks to one person, and how it came to be that day.</summary>
internal readonly record struct ScheduledTime(LocalDate Day, Instant At, Shift Shift)
{
    public static ScheduledTime Of(RungDate counted, LadderName ladder, Anchor anchor, TimetableContext context, Addressee to)
    {
        LocalDate day = counted.Rolled(ladder, anchor.Day, context.Item.DueOn, to.Days);
        ScheduledTime planned = new(day, to.Contact.ToInstant(day + context.Plan.Hour), new(context.Days, counted.From, counted.Day, to.Days, day));
        return ladder == LadderName.Overdue && planned.At < context.OverdueFrom ? planned.OnceOverdue(context, to) : planned;
    }

    /// <summary>
    /// East of the item their morning comes while it is still the due date there, and nobody is told "overdue" before it is (law 7):
    /// it is for the first morning of theirs after that.
    /// </summary>
    private ScheduledTime OnceOverdue(TimetableContext context, Addressee to)
    {
        (LocalDate day, Instant at) = (Day, At);
        while (at < context.OverdueFrom)
        {
            day = to.Days.RollForward(day.PlusDays(1));
            at = to.Contact.ToInstant(day + context.Plan.Hour);
        }

        return new(day, at, Shift with { Until = day });
    }
}
