using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>A day that a rung counts to, before it is moved to one on which somebody works.</summary>
/// <param name="From">Where the count in working days began: the anchor, or the occurrence before; null where it was counted otherwise.</param>
internal readonly record struct RungDate(LocalDate Day, LocalDate? From)
{
    /// <summary>The day of the first occurrence of <paramref name="rung"/>.</summary>
    public static RungDate First(Rung rung, LocalDate anchor, JointDays days) =>
        new(rung.Offset.From(anchor, days), rung.Offset.Unit == OffsetUnit.WorkingDays ? anchor : null);

    /// <summary>The days of all occurrences of <paramref name="rung"/>, the first one first.</summary>
    public static IEnumerable<RungDate> Each(Rung rung, LocalDate anchor, JointDays days)
    {
        RungDate first = First(rung, anchor, days);
        yield return first;
        RungDate counted = first;
        for (int occurrence = 1; occurrence <= rung.Times; occurrence++)
        {
            yield return counted = counted.Next(rung, occurrence, first, anchor, days);
        }
    }

    /// <summary>The day of the occurrence after this one, counted from 0 for the <paramref name="first"/>.</summary>
    public RungDate Next(Rung rung, int occurrence, RungDate first, LocalDate anchor, JointDays days)
    {
        Plans.Offset every = rung.Every!.Value;
        return every.Unit switch
        {
            // As good as counting from the first, and much shorter.
            OffsetUnit.WorkingDays => new(days.AddWorkingDays(Day, every.Count), Day),

            // Months are counted from the anchor at once, so that the 31st comes back after a short month.
            OffsetUnit.Months when rung.Offset.Unit == OffsetUnit.Months => new(anchor.PlusMonths(rung.Offset.Count + (every.Count * occurrence)), null),
            _ => new(every.From(first.Day, days, occurrence), null),
        };
    }

    /// <summary>
    /// The day on which people work that it becomes. Up to the due date it moves back, since a reminder after the deadline is
    /// none; later it moves forward. But nothing that follows an event moves to before it: an item assigned on a Saturday
    /// reaches its owner on Monday.
    /// </summary>
    public LocalDate Rolled(LadderName ladder, LocalDate anchor, LocalDate dueOn, JointDays both)
    {
        if (Day > dueOn)
        {
            return both.RollForward(Day);
        }

        LocalDate back = both.RollBack(Day);
        return back < anchor && !ladder.IsAroundDueDate() ? both.RollForward(Day) : back;
    }
}
