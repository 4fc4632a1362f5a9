using FollowUp.Calendars;
using FollowUp.Items;
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
            yield return $"It was registered after its due date, {item.OriginalDueOn:uuuu-MM-dd}: reminders before that day are recorded as skipped.";
        }

        foreach (WorkCalendar calendar in CalendarHorizon.EndsOf(item, plan, days, contacts))
        {
            yield return $"Calendar {calendar.Id} is known through {calendar.KnownThrough:uuuu-MM-dd} only: later days count by the weekend alone.";
        }

        if (string.Join(", ", ToNobody(item, plan)) is { Length: > 0 } rungs)
        {
            yield return $"Plan {plan.Id} tells nobody in {rungs}: the chain of agreement {item.Agreement} has {item.Chain.Count}.";
        }

        foreach (string warning in OverlappingRoles.Warnings(item))
        {
            yield return warning;
        }

        foreach (string role in Unsaid(item, plan, days))
        {
            yield return $"Plan {plan.Id} lets {role} know when no word comes, but later than word is asked for: that ends {Plan.ProgressHorizon} days before the due date, and they will not hear.";
        }

        if (item.Recurrence is { Next: { Item: null, Why: { } why } } recurrence)
        {
            yield return $"The next occurrence, due {recurrence.DueOn(recurrence.Number + 1):uuuu-MM-dd}, was not opened: {why}. Register it by hand.";
        }
    }

    /// <summary>
    /// What an office's own plan says to levels alone that the chain does not have. A rung that reaches somebody else beside them is no
    /// reason to worry, nor is the default plan, which is written for chains of any length.
    /// </summary>
    private static IEnumerable<string> ToNobody(AgreedItem item, Plan plan) =>
        from ladder in plan.Ladders
        where plan.Id != Plan.Default.Id
        from rung in ladder.Rungs
        where rung.To.All(role => Role.Level(role) > item.Chain.Count)
        select $"{ladder.Name.Word()}/{rung.Id}";

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
        ILookup<bool, Rung> rungs = ladder.Rungs.ToLookup(rung => RungDate.First(rung, anchor, days).Rolled(ladder.Name, anchor, item.DueOn, days) < end);
        return rungs[true].Any(rung => rung.To.Contains(ladder.Name.Aim()))
            ? rungs[false].SelectMany(rung => rung.To).Where(role => ladder.Name.IsEscalation(role)).Distinct()
            : [];
    }
}
