using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 2 from rung to moment: the offset. <c>+n wd</c> is the n-th working day after the anchor, <c>-n wd</c> the n-th before it,
/// <c>n cd</c> n calendar days, <c>n mo</c> the same day of the n-th month or its last day. Working days are those of the item.
/// </summary>
internal static class Step2Offset
{
    /// <summary>The date of the first occurrence of <paramref name="rung"/>.</summary>
    public static RungDate FirstDate(Rung rung, LocalDate anchor, JointDays days) =>
        new(Add(rung.Offset, anchor, days), rung.Offset.Unit == OffsetUnit.WorkingDays ? anchor : null);

    /// <summary>
    /// The day this far from <paramref name="anchor"/>, <paramref name="times"/> times over. Months count from the anchor
    /// itself, never from the last result: 31 Jan, 28 Feb, 31 Mar.
    /// </summary>
    public static LocalDate Add(Plans.Offset offset, LocalDate anchor, JointDays days, int times = 1) => offset.Unit switch
    {
        OffsetUnit.WorkingDays => days.AddWorkingDays(anchor, offset.Count * times),
        OffsetUnit.CalendarDays => anchor.PlusDays(offset.Count * times),
        _ => anchor.PlusMonths(offset.Count * times),
    };
}
