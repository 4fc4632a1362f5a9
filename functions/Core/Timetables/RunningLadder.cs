using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>One ladder of a plan around one anchor of an item: what it says, to whom and when.</summary>
internal sealed class RunningLadder(TimetableContext context, Ladder ladder, Anchor anchor)
{
    private readonly AgreedItem item = context.Item;
    private readonly Escalation escalation = new(context, ladder, anchor);
    private readonly LocalDate asksBefore = ladder.Name == LadderName.Progress ? context.Item.DueOn.PlusDays(-Plan.ProgressHorizon) : LocalDate.MaxIsoValue;

    /// <summary>Adds what it says beside that: rung by rung in the order of the plan, each occurrence to everybody.</summary>
    public void AddEntries(List<TimetableEntry> entries)
    {
        int first = entries.Count;
        foreach (Rung rung in ladder.Rungs)
        {
            AddOccurrences(rung, AddresseesOf(rung), entries);
        }

        if (ImplicitRole() is { } role)
        {
            // Under the name of the first rung, which some of them may hear anyway.
            Rung rung = Rung.Once(ladder.Rungs[0].Id, "0", role);
            AddOccurrences(rung, Array.FindAll(AddresseesOf(rung), guest => !entries.Exists(entry => entry.Key == Key(rung, 0, guest))), entries);
        }

        if (escalation.WhyUnreachable(entries, first) is { } why)
        {
            for (int n = first; n < entries.Count; n++)
            {
                entries[n] = entries[n] is { DueAt: null, Skip: null } entry ? entry with { Skip = why } : entries[n];
            }
        }
    }

    /// <summary>
    /// Whose it is, a new owner learns when asked to sign. While it waits nobody is asked, and they must not learn only when the clock
    /// runs again.
    /// </summary>
    public static bool TellsNewOwner(AgreedItem item, int revision) =>
        item.IsWaiting && revision == item.HandOvers.Count && item.HandOvers[^1].At >= item.Suspensions[^1].At;

    /// <summary>Who hears at once what the plan tells others, though no plan names them.</summary>
    private string? ImplicitRole() => ladder.Name switch
    {
        LadderName.Closing when item.ToldLate.Count > 0 => Role.ToldLate,
        LadderName.Handover when TellsNewOwner(item, anchor.Revision) => Role.Owner,
        _ => null,
    };

    private void AddOccurrences(Rung rung, Addressee[] addressees, List<TimetableEntry> entries)
    {
        RungDate first = RungDate.First(rung, anchor.Day, context.Days);
        RungDate counted = first;
        for (int occurrence = 0; AddOccurrence(rung, occurrence, counted, addressees, entries) && occurrence < rung.Times; occurrence++)
        {
            counted = counted.Next(rung, occurrence + 1, first, anchor.Day, context.Days);
        }
    }

    /// <summary>Says one occurrence to everybody; false where it comes too late for all of them, and so does whatever follows.</summary>
    private bool AddOccurrence(Rung rung, int occurrence, RungDate counted, Addressee[] addressees, List<TimetableEntry> entries)
    {
        bool isHeard = false;
        foreach (Addressee addressee in addressees)
        {
            ScheduledTime scheduled = ScheduledTime.Of(counted, ladder.Name, anchor, context, addressee);
            if (scheduled.Day < asksBefore)
            {
                isHeard = true;
                AddEntry(addressee, scheduled, Key(rung, occurrence, addressee), entries);
            }
        }

        return isHeard;
    }

    private RungKey Key(Rung rung, int occurrence, Addressee addressee) =>
        new(item.Id, anchor.Revision, ladder.Name, rung.Id, occurrence, addressee.Contact.Person.Id);

    private void AddEntry(Addressee addressee, ScheduledTime scheduled, RungKey key, List<TimetableEntry> entries)
    {
        if (!context.IsInLedger(key))
        {
            entries.Add(new(key, addressee.Role, scheduled.At, escalation.DueAt(addressee, scheduled), scheduled.Shift, Skip(addressee.Role, scheduled), null));
        }
    }

    /// <summary>
    /// Everybody once, as what the plan names them first: a level who is also the coordinator hears once. But whoever is to act hears
    /// it as that, whatever else they are: nobody waits until they themselves were told.
    /// </summary>
    private Addressee[] AddresseesOf(Rung rung)
    {
        if (rung.To is [var role] && context.AddresseesOf(ladder.Name, role) is [_] one && IsConcerned(one[0]))
        {
            return one;
        }

        List<Addressee> addressees = [];
        foreach (string word in rung.To)
        {
            foreach (Addressee addressee in context.AddresseesOf(ladder.Name, word))
            {
                if (IsConcerned(addressee))
                {
                    AddOnce(addressee, addressees);
                }
            }
        }

        return [.. addressees];
    }

    private void AddOnce(Addressee addressee, List<Addressee> addressees)
    {
        int named = addressees.FindIndex(other => other.Contact == addressee.Contact);
        if (named < 0)
        {
            addressees.Add(addressee);
        }
        else if (addressee.Role == ladder.Name.Aim())
        {
            addressees[named] = addressee;
        }
    }

    private bool IsConcerned(Addressee addressee) =>
        addressee.Role != Role.FormerOwner || item.HandOvers[anchor.Revision - 1].From == addressee.Contact.Person.Id;

    private string? Skip(string role, ScheduledTime scheduled) =>
        context.AssignedOn is null ? SkipUnassigned(role, scheduled)
        : scheduled.Day < context.AssignedOn ? ReasonPhrases.BeforeAssignment.Text
        : ladder.Name == LadderName.Progress ? SkipProgress(scheduled)
        : null;

    /// <summary>Word that was not asked for when its month came is not asked for afterwards: things have changed since.</summary>
    private string? SkipProgress(ScheduledTime scheduled) =>
        item.HandOvers is [.., var handed] && scheduled.At < handed.At ? ReasonPhrases.HandedOver.Text
        : Period.DaysBetween(scheduled.Day, item.DueOnAt(scheduled.At)) <= Plan.ProgressHorizon ? ReasonPhrases.DueNear.Text
        : item.Suspensions.Count > 0 && Waited(scheduled.Day) ? ReasonPhrases.Waited.Text
        : null;

    private bool Waited(LocalDate day) => item.Suspensions.Any(waited => item.DayOf(waited.At) <= day && day < item.DayOf(waited.Ended!.At));

    private string? SkipUnassigned(string role, ScheduledTime scheduled) =>
        role is Role.Owner or Role.Supporting ? ReasonPhrases.NeverAssigned.Text
        : item.RegisteredAt is { } registered && scheduled.Day < item.DayOf(registered) ? ReasonPhrases.BeforeRegistration.Text
        : null;
}
