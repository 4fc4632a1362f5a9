using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 4 from rung to moment: the plan's hour on that day in the recipient's zone, across changes of the clocks as
/// <see cref="Values.DaylightSaving"/> says. Of the overdue ladder the first such hour after the due date is over where the item is.
/// </summary>
internal static class Step4Hour
{
    /// <param name="day">What <paramref name="date"/> was rolled to.</param>
    public static ScheduledTime TimeOn(LocalDate day, RungDate date, LadderName ladder, TimetableContext context, Addressee to)
    {
        ScheduledTime planned = new(day, HourOn(day, context, to), new(context.Days, date.From, date.Day, to.Days, day));
        return ladder == LadderName.Overdue && planned.At < context.OverdueFrom ? OnceOverdue(planned, context, to) : planned;
    }

    /// <summary>The plan's hour on a day where <paramref name="to"/> lives.</summary>
    public static Instant HourOn(LocalDate day, TimetableContext context, Addressee to) =>
        to.Contact.ToInstant(day + context.Plan.Hour);

    /// <summary>
    /// East of the item their morning comes while it is still the due date there, and nobody is told "overdue" before it is (law 7):
    /// it is for the first morning of theirs after that.
    /// </summary>
    private static ScheduledTime OnceOverdue(ScheduledTime planned, TimetableContext context, Addressee to)
    {
        (LocalDate day, Instant at) = (planned.Day, planned.At);
        while (at < context.OverdueFrom)
        {
            day = to.Days.RollForward(day.PlusDays(1));
            at = HourOn(day, context, to);
        }

        return new(day, at, planned.Shift with { Until = day });
    }
}
