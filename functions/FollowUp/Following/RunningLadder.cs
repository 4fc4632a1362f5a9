using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Following;

/// <summary>One ladder of a plan around one anchor of an item: what it says, to whom and when.</summary>
/// <param name="written">What is written down already.</param>
internal sealed class RunningLadder(
    AgreedItem item, Plan plan, JointDays days, Contacts contacts, Ladder ladder, Anchor anchor, IReadOnlyList<LedgerRow> ledger, Dictionary<RungKey, Line> written)
{
    private readonly Escalation escalation = new(item, plan, days, ladder, anchor, ledger, contacts);
    private readonly LocalDate? assignedOn = item.AssignedAt is { } assigned ? item.DayOf(assigned) : null;

    /// <summary>What it says beside that: rung by rung in the order of the plan, each occurrence to everybody.</summary>
    public List<Line> Expected()
    {
        List<Line> lines = [];
        foreach (Rung rung in Rungs())
        {
            Say(rung, lines);
        }

        return escalation.Hopeless(lines) is { } why
            ? lines.ConvertAll(line => line is { DueAt: null, Skip: null } ? line with { Skip = why } : line)
            : lines;
    }

    /// <summary>
    /// Whose it is, a new owner learns when asked to sign. While it waits nobody is asked, and they must not learn only when the clock
    /// runs again.
    /// </summary>
    public static bool TellsNewOwner(AgreedItem item, int revision) =>
        item.IsWaiting && revision == item.HandOvers.Count && item.HandOvers[^1].At >= item.Suspensions[^1].At;

    private IEnumerable<Rung> Rungs() => ladder.Name switch
    {
        LadderName.Closing when item.ToldLate.Count > 0 => ladder.Rungs.Append(Rung.Once(ladder.Rungs[0].Id, "0", Role.ToldLate)),

        LadderName.Handover when TellsNewOwner(item, anchor.Revision) => ladder.Rungs.Append(Rung.Once(ladder.Rungs[0].Id, "0", Role.Owner)),
        _ => ladder.Rungs,
    };

    private void Say(Rung rung, List<Line> lines)
    {
        List<Listener> listeners = Listeners(rung);
        int occurrence = 0;
        foreach (Counted counted in Counted.Each(rung, anchor.Day, days))
        {
            bool isHeard = false;
            foreach (Listener listener in listeners)
            {
                Moment moment = Moment.Of(counted, ladder.Name, anchor, item, plan, days, listener);
                if (ladder.Name != LadderName.Progress || Period.DaysBetween(moment.Day, item.DueOn) > Plan.ProgressHorizon)
                {
                    isHeard = true;
                    SayTo(listener, moment, new(item.Id, anchor.Revision, ladder.Name, rung.Id, occurrence, listener.Contact.Person.Id), lines);
                }
            }

            if (!isHeard)
            {
                return;
            }

            occurrence++;
        }
    }

    private void SayTo(Listener listener, Moment moment, RungKey key, List<Line> lines)
    {
        if (!written.ContainsKey(key))
        {
            lines.Add(new(key, listener.Role, moment.At, escalation.DueAt(listener, moment), moment.Shift, Skip(listener.Role, moment), null));
        }
    }

    private List<Listener> Listeners(Rung rung)
    {
        List<Listener> listeners = new(rung.To.Count);
        foreach (string role in rung.To)
        {
            foreach (string person in contacts.In(item, role))
            {
                if (role != Role.FormerOwner || item.HandOvers[anchor.Revision - 1].From == person)
                {
                    Contact contact = contacts[person];
                    listeners.Add(new(role, contact, days.And(contact.Calendar)));
                }
            }
        }

        return listeners;
    }

    private string? Skip(string role, Moment moment) =>
        assignedOn is null ? SkipUnassigned(role, moment)
        : moment.Day < assignedOn ? "before assignment"
        : ladder.Name == LadderName.Progress ? SkipProgress(moment)
        : null;

    /// <summary>Word that was not asked for when its month came is not asked for afterwards: things have changed since.</summary>
    private string? SkipProgress(Moment moment) =>
        item.HandOvers is [.., var handed] && moment.At < handed.At ? "it was handed over since"
        : Period.DaysBetween(moment.Day, item.DueOnAt(moment.At)) <= Plan.ProgressHorizon ? "the due date was near then"
        : item.Suspensions.Any(waited => item.DayOf(waited.At) <= moment.Day && moment.Day < item.DayOf(waited.Ended!.At)) ? "it waited for the other side"
        : null;

    private string? SkipUnassigned(string role, Moment moment) =>
        role is Role.Owner or Role.Supporting ? "it was never assigned"
        : item.RegisteredAt is { } registered && moment.Day < item.DayOf(registered) ? "before it was registered"
        : null;
}
