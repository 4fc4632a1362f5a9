using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Phrases;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// What the readers of an item should know that its dates do not say. Right as the item stands: whatever moved its date, gave it
/// to somebody else or to newer terms, it is warned anew.
/// </summary>
public static class Warnings
{
    /// <summary>The very same item where its warnings are right already.</summary>
    public static AgreedItem Warned(this AgreedItem item, Plan plan, JointDays days, Contacts contacts)
    {
        List<string> warnings = [.. Of(item, plan, days, contacts)];
        return warnings.SequenceEqual(item.Warnings) ? item : item with { Warnings = warnings };
    }

    private static IEnumerable<string> Of(AgreedItem item, Plan plan, JointDays days, Contacts contacts)
    {
        if (item.RegisteredAt is { } registered && item.DayOf(registered) > item.OriginalDueOn)
        {
            yield return WarningPhrases.RegisteredLate.Fill(item.OriginalDueOn);
        }

        string[] late = [.. item.Stages.Where(stage => stage.Done is null && stage.DueOn > item.DueOn).Select(stage => stage.Id)];
        if (late.Length > 0)
        {
            yield return WarningPhrases.StagesAfterDue.Fill(item.DueOn, late);
        }

        foreach (WorkCalendar calendar in CalendarHorizon.EndsOf(item, plan, days, contacts))
        {
            yield return WarningPhrases.CalendarEnds.Fill(calendar.Id, calendar.KnownThrough);
        }

        if (IsLatenessUnheard(item, plan) && Unheard(item, plan, LadderName.Overdue) is { } unheard)
        {
            yield return unheard;
        }

        foreach (string warning in OverlappingRoles.Warnings(item))
        {
            yield return warning;
        }

        foreach (string role in Unsaid(item, plan, days))
        {
            yield return WarningPhrases.WordTooLate.Fill(plan.Id, role, Plan.ProgressHorizon);
        }

        if (item.Recurrence is { Next: { Item: null, Why: { } why } } recurrence)
        {
            yield return WarningPhrases.NextNotOpened.Fill(recurrence.DueOn(recurrence.Number + 1), why);
        }
    }

    /// <summary>
    /// What a plan says to levels alone that the chain does not have; null where there is nothing like that. A chain may be shorter than
    /// its plan, so this is said with the timetable, and stands as a warning only where nobody would hear of lateness for it.
    /// </summary>
    /// <param name="only">Of one ladder; null for all.</param>
    public static string? Unheard(AgreedItem item, Plan plan, LadderName? only = null)
    {
        RungName[] rungs =
        [
            .. from ladder in plan.Ladders
            where only is null || ladder.Name == only
            from rung in ladder.Rungs
            where IsToNobody(rung, item)
            select new RungName(ladder.Name.Word(), rung.Id),
        ];
        return rungs.Length == 0 ? null : WarningPhrases.LevelsMissing.Fill(plan.Id, rungs, item.Agreement, item.Chain.Count);
    }

    /// <summary>
    /// Whether the plan means others to hear of lateness than those who do the work, and with this chain none of them would.
    /// </summary>
    private static bool IsLatenessUnheard(AgreedItem item, Plan plan) =>
        plan.Ladder(LadderName.Overdue) is { } overdue
        && !overdue.Rungs.SelectMany(rung => rung.To)
            .Any(role => role is not (Role.Owner or Role.Supporting) && (Role.Level(role) ?? 0) <= item.Chain.Count);

    private static bool IsToNobody(Rung rung, AgreedItem item) => rung.To.All(role => Role.Level(role) > item.Chain.Count);

    /// <summary>
    /// Those above who would hear of an owner who does not answer only when the due date is so near that nobody is asked for word
    /// any more: a grace that is longer than what it is looked for in.
    /// </summary>
    private static IEnumerable<string> Unsaid(AgreedItem item, Plan plan, JointDays days)
    {
        if (item.AssignedAt is not { } assigned || plan.Ladder(LadderName.Progress) is not { } ladder)
        {
            return [];
        }

        LocalDate end = item.DueOn.PlusDays(-Plan.ProgressHorizon);
        LocalDate anchor = item.DayOf(assigned);
        ILookup<bool, Rung> rungs = ladder.Rungs.ToLookup(
            rung => Step3Roll.WorkingDay(Step2Offset.FirstDate(rung, anchor, days), ladder.Name, anchor, item.DueOn, days) < end);
        return rungs[true].Any(rung => rung.To.Contains(ladder.Name.Aim()))
            ? rungs[false].SelectMany(rung => rung.To).Where(role => ladder.Name.IsEscalation(role)).Distinct()
            : [];
    }
}
