using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>From a well-formed draft to an item that can be followed, or the reason why it cannot (law 18).</summary>
public static class ItemAcceptance
{
    /// <param name="fault">Hears what is wrong with the item; what is returned then is not to be used.</param>
    public static AgreedItem Accept(ItemDraft draft, Agreement agreement, ResolvedReferences known, Instant now, Action<Fault> fault)
    {
        AgreedItem item = Assign(draft, agreement, known, now);
        Plan plan = known.Plans[draft.Plan];
        try
        {
            IReadOnlyList<TimetableEntry> said = WhenSigned(item, plan, agreement, known);
            if (!draft.SilentUntilDue && !SpeaksInTime(item, said))
            {
                fault(new($"{draft.Pointer}/dueOn",
                    RegisterFaults.SaysNothing.Fill(plan.Id)));
            }

            if (said.Count >= Timetable.LinesMax)
            {
                fault(new($"{draft.Pointer}/plan",
                    RegisterFaults.SaysTooMuch.Fill(Timetable.LinesMax)));
            }

            item = item.Warned(plan, known.DaysOf(item), known.ContactsOf(item));
        }
        catch (NoWorkingDayException none)
        {
            fault(new($"{draft.Pointer}/calendars", none.Message));
        }

        return item.FreezeCalendars(known.ContactsOf(item).CalendarsOf(item));
    }

    private static AgreedItem Assign(ItemDraft draft, Agreement agreement, ResolvedReferences known, Instant now)
    {
        IReadOnlyList<string> calendars = draft.Calendars is [] ? [known.People[draft.Owner].Calendar] : draft.Calendars;
        return new(
            agreement.Id, draft.Id, draft.Kind, draft.Clause, draft.Title,
            draft.Owner, draft.Supporting, draft.Issuer, draft.Counterpart, agreement.Coordinator, agreement.Chain,
            draft.DueOn, OriginalDueOn: draft.DueOn, draft.TimeZone,
            [.. calendars.Select(id => new FrozenRevision(id, known.Calendars[id].Revision))],
            new(draft.Plan, known.Plans[draft.Plan].Revision),
            draft.Stages, AssignedAt: draft.DependsOn is [] ? now : null)
        {
            Number = draft.Number,
            NextAt = now,
            RegisteredAt = now,
            DependsOn = draft.DependsOn,
            Recurrence = draft.Recurrence is { } rule ? new(rule, draft.DueOn, 1, draft.Id) : null,
        };
    }

    private static bool SpeaksInTime(AgreedItem item, IReadOnlyList<TimetableEntry> said) =>
        said.Any(entry => entry.Skip is null && item.DayOf(entry.Planned) <= item.DueOn);

    /// <summary>
    /// Judged as of the day of signature: whether a plan can remind of a date is a question about the two of them, and an
    /// agreement that is registered late (with a warning) must not be lost for it.
    /// </summary>
    private static IReadOnlyList<TimetableEntry> WhenSigned(AgreedItem item, Plan plan, Agreement agreement, ResolvedReferences known)
    {
        Instant signed = item.StartOf(agreement.SignedOn);
        return Timetable.Compute(item with { AssignedAt = signed }, plan, known.DaysOf(item), known.ContactsOf(item), [], signed);
    }
}
