using FollowUp.Ledger;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Nobody is escalated for a reminder that was never sent (law 5): whoever stands above waits until a working day, by date in
/// the item's zone, after the first notice of this ladder went out to the one it is aimed at. What a person sends up waits for nobody.
/// </summary>
internal sealed class Escalation
{
    private readonly TimetableContext context;
    private readonly LadderName name;
    private readonly string aim;
    private readonly bool aimsAtSomebody;
    private readonly Instant? wentOut;
    private readonly bool isOnItsWay;

    /// <summary>When the first notice of the ladder went out to the one that it is aimed at; null while none has.</summary>
    public Instant? WentOutAt => wentOut;

    public Escalation(TimetableContext context, Ladder ladder, Anchor anchor)
    {
        this.context = context;
        (name, aim) = (ladder.Name, ladder.Name.Aim());
        aimsAtSomebody = ladder.SpeaksTo(aim);

        // A refused address counts as told: the coordinator knows, and the chain must not hang on a dead mailbox. What a former owner
        // was told does not count: nobody is escalated over whoever took the item that very morning.
        Addressee[] whoActs = context.AddresseesOf(name, aim);
        foreach (LedgerRow row in context.Ledger)
        {
            if (row.Key.Ladder == name && row.Key.AnchorRevision == anchor.Revision && row.Role == aim
                && Array.Exists(whoActs, actor => actor.Contact.Person.Id == row.Key.Recipient))
            {
                bool isFirst = row.State is NoticeState.Sent or NoticeState.Failed && (wentOut is null || row.At < wentOut);
                wentOut = isFirst ? row.At : wentOut;
                isOnItsWay |= row.State == NoticeState.Planned;
            }
        }
    }

    /// <summary>When a notice to somebody may go out at the earliest; null while it waits for the first one of its ladder.</summary>
    public Instant? EarliestFor(Addressee to, ScheduledTime planned)
    {
        if (!aimsAtSomebody || name.IsDeliberate() || !name.IsEscalation(to.Role))
        {
            return planned.At;
        }

        return wentOut is { } told ? FirstHourFrom(context.Days.AddWorkingDays(context.Item.DayOf(told), 1), planned, to) : null;
    }

    /// <summary>
    /// Why a notice that waits will never go out: the one that it waits for will not come, as when all of them lie before the
    /// assignment. Null while there is one to come.
    /// </summary>
    /// <param name="first">Where this ladder's entries begin.</param>
    public string? WhyUnreachable(List<TimetableEntry> expected, int first)
    {
        if (wentOut is not null || isOnItsWay)
        {
            return null;
        }

        for (int n = first; n < expected.Count; n++)
        {
            if (expected[n].Role == aim && expected[n].Skip is null)
            {
                return null;
            }
        }

        return ReasonPhrases.NeverTold.Fill(aim);
    }

    /// <summary>Their first hour on or after the planned one, when it is that working day where the item is due.</summary>
    private Instant FirstHourFrom(LocalDate working, ScheduledTime planned, Addressee to)
    {
        LocalDate day = to.Days.RollForward(LocalDate.Max(working, planned.Day));
        Instant at = day == planned.Day ? planned.At : Step4Hour.HourOn(day, context, to);

        // East of the item their morning comes while it is still the day before there.
        while (context.Item.DayOf(at) < working)
        {
            day = to.Days.RollForward(day.PlusDays(1));
            at = Step4Hour.HourOn(day, context, to);
        }

        return at;
    }
}
