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

        if (ToNobody(item, plan).ToList() is { Count: > 0 } rungs)
        {
            yield return WarningPhrases.LevelsMissing.Fill(plan.Id, rungs, item.Agreement, item.Chain.Count);
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
    /// What an office's own plan says to levels alone that the chain does not have. A rung that reaches somebody else beside them is no
    /// reason to worry, nor is the default plan, which is written for chains of any length.
    /// </summary>
    private static IEnumerable<RungName> ToNobody(AgreedItem item, Plan plan) =>
        from ladder in plan.Ladders
        where plan.Id != Plan.Default.Id
        from rung in ladder.Rungs
        where rung.To.All(role => Role.Level(role) > item.Chain.Count)
        select new RungName(ladder.Name.Word(), rung.Id);

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
