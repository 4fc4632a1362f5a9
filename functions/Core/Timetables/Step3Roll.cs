using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 3 from rung to moment: the roll to a day that works in the item's calendars and in the recipient's own. Back, up to the due
/// date, since a reminder after the deadline is none; forward later.
/// </summary>
internal static class Step3Roll
{
    /// <summary>
    /// The working day that <paramref name="date"/> becomes. Nothing that follows an event moves to before it: an item assigned on a
    /// Saturday reaches its owner on Monday.
    /// </summary>
    /// <param name="days">On which the item's calendars and the recipient's work.</param>
    public static LocalDate WorkingDay(RungDate date, LadderName ladder, LocalDate anchor, LocalDate dueOn, JointDays days)
    {
        if (date.Day > dueOn)
        {
            return days.RollForward(date.Day);
        }

        LocalDate back = days.RollBack(date.Day);
        return back < anchor && !ladder.IsAroundDueDate() ? days.RollForward(date.Day) : back;
    }
}
