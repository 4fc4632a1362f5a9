using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 5 from rung to moment: the repetitions of a rung (<c>every</c>, <c>times</c>). Each occurrence is counted from the first, in
/// working days, calendar days or months; <c>times</c> counts those after it.
/// </summary>
internal static class Step5Repeat
{
    /// <summary>The date of the occurrence after <paramref name="previous"/>.</summary>
    /// <param name="occurrence">Its number: 0 is the <paramref name="first"/>.</param>
    public static RungDate NextDate(RungDate previous, Rung rung, int occurrence, RungDate first, LocalDate anchor, JointDays days)
    {
        Plans.Offset every = rung.Every!.Value;
        return every.Unit switch
        {
            // The same day as counting from the first, in fewer steps.
            OffsetUnit.WorkingDays => new(days.AddWorkingDays(previous.Day, every.Count), previous.Day),

            // Months are counted from the anchor at once, so that the 31st comes back after a short month.
            OffsetUnit.Months when rung.Offset.Unit == OffsetUnit.Months =>
                new(anchor.PlusMonths(rung.Offset.Count + (every.Count * occurrence)), null),
            _ => new(Step2Offset.Add(every, first.Day, days, occurrence), null),
        };
    }

    /// <summary>The dates of all occurrences of <paramref name="rung"/>, the first one first.</summary>
    public static IEnumerable<RungDate> DatesOf(Rung rung, LocalDate anchor, JointDays days)
    {
        RungDate first = Step2Offset.FirstDate(rung, anchor, days);
        RungDate date = first;
        yield return first;
        for (int occurrence = 1; occurrence <= rung.Times; occurrence++)
        {
            yield return date = NextDate(date, rung, occurrence, first, anchor, days);
        }
    }
}
