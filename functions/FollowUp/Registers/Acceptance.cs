using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Registers;

/// <summary>From a well-formed draft to an item that can be followed, or the reason why it cannot (law 18).</summary>
public static class Acceptance
{
    /// <param name="fault">Hears what is wrong with the item; what is returned then is not to be used.</param>
    public static AgreedItem Accept(ItemDraft draft, Agreement agreement, Referenced known, Instant now, Action<Fault> fault)
    {
        AgreedItem item = Assign(draft, agreement, known, now);
        Plan plan = known.Plans[draft.Plan];
        try
        {
            if (!draft.SilentUntilDue && !SpeaksInTime(item, plan, agreement, known))
            {
                fault(new($"{draft.Pointer}/dueOn", $"plan {plan.Id} says nothing on or before this day: nobody would be reminded (an item that needs no reminder says so: silentUntilDue)"));
            }
        }
        catch (NoWorkingDayException none)
        {
            fault(new($"{draft.Pointer}/calendars", none.Message));
        }

        return item with { Warnings = [.. Warnings(item, plan, known)], RecipientCalendars = [.. Theirs(item, known)] };
    }

    private static AgreedItem Assign(ItemDraft draft, Agreement agreement, Referenced known, Instant now)
    {
        IReadOnlyList<string> calendars = draft.Calendars is [] ? [known.People[draft.Owner].Calendar] : draft.Calendars;
        return new(
            agreement.Id, draft.Id, draft.Kind, draft.Clause, draft.Title,
            draft.Owner, draft.Supporting, draft.Issuer, draft.Counterpart, agreement.Coordinator, agreement.Chain,
            draft.DueOn, OriginalDueOn: draft.DueOn, draft.TimeZone,
            [.. calendars.Select(id => new Revised(id, known.Calendars[id].Revision))],
            new(draft.Plan, known.Plans[draft.Plan].Revision),
            draft.Stages, AssignedAt: draft.DependsOn is [] ? now : null)
        {
            NextAt = now,
            RegisteredAt = now,
            DependsOn = draft.DependsOn,
            Recurrence = draft.Recurrence is { } rule ? new(rule, draft.DueOn, 1, draft.Id) : null,
        };
    }

    private static IEnumerable<Revised> Theirs(AgreedItem item, Referenced known) =>
        Contacts.Of(item).Select(id => known.People[id].Calendar).Distinct()
            .Where(id => item.Calendars.All(calendar => calendar.Id != id)).Select(id => new Revised(id, known.Calendars[id].Revision));

    /// <summary>
    /// Judged as of the day of signature: whether a plan can remind of a date is a question about the two of them, and an
    /// agreement that is registered late (with a warning) must not be lost for it.
    /// </summary>
    private static bool SpeaksInTime(AgreedItem item, Plan plan, Agreement agreement, Referenced known)
    {
        AgreedItem whenSigned = item with { AssignedAt = agreement.SignedOn.AtStartOfDayInZone(item.Zone).ToInstant() };
        return Timetable.For(whenSigned, plan, known.DaysOf(item), known.ContactsOf(item), [])
            .Any(line => line.Skip is null && item.DayOf(line.Planned) <= item.DueOn);
    }

    private static IEnumerable<string> Warnings(AgreedItem item, Plan plan, Referenced known)
    {
        if (item.DayOf(item.RegisteredAt!.Value) > item.DueOn)
        {
            yield return $"It was registered after its due date, {item.DueOn:uuuu-MM-dd}: reminders before that day are recorded as skipped.";
        }

        foreach (string beyond in item.Beyond(known.DaysOf(item)))
        {
            yield return beyond;
        }

        int levels = plan.Ladders.SelectMany(ladder => ladder.Rungs).SelectMany(rung => rung.To).Max(role => Role.Level(role)) ?? 0;
        if (levels > item.Chain.Count)
        {
            yield return $"Plan {plan.Id} speaks to level {levels}; the chain of agreement {item.Agreement} has {item.Chain.Count}.";
        }
    }
}
