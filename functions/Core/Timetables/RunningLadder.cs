using System.Collections.Immutable;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>One ladder of a plan around one anchor of an item: to whom its rungs speak, and what of it is skipped.</summary>
internal sealed class RunningLadder(TimetableContext context, Ladder ladder, Anchor anchor)
{
    private readonly AgreedItem item = context.Item;

    /// <summary>
    /// Interim word is asked for only while the due date is far ahead, and silence is told of until it is lateness; every other ladder
    /// goes on.
    /// </summary>
    private readonly LocalDate endsOn = ladder.Name switch
    {
        LadderName.Progress => context.Item.DueOn.PlusDays(-Plan.ProgressHorizon),
        LadderName.Silence => context.Item.DueOn.PlusDays(1),
        _ => LocalDate.MaxIsoValue,
    };

    private readonly bool tellsAbove = ladder.Rungs.Any(rung => rung.To.Any(role => ladder.Name.IsEscalation(role)));

    public TimetableContext Context => context;

    public LadderName Name => ladder.Name;

    public ImmutableArray<Rung> Rungs => ladder.Rungs;

    public Anchor Anchor => anchor;

    public Escalation Escalation { get; } = new(context, ladder, anchor);

    /// <summary>Whoever was given a part meanwhile has not waited for what was said before: it is no later than that to them.</summary>
    public Anchor AnchorFor(Addressee to) =>
        item.Reassignments.Count > 0 && item.CameAt(to.Contact.Person.Id) is { } came ? anchor.NotBefore(came) : anchor;

    /// <summary>Whether it still speaks on that day.</summary>
    public bool SpeaksOn(LocalDate day) => day < endsOn;

    /// <summary>
    /// Whether a notice to that role may wait for a letter that its reader takes daily or weekly. Where the ladder tells somebody above as
    /// well, nothing does: they would wait with it (law 5).
    /// </summary>
    public bool MayWait(string role) => ladder.Name.MayWait() && !ladder.Name.IsEscalation(role) && !tellsAbove;

    public RungKey KeyOf(Rung rung, int occurrence, Addressee addressee) =>
        new(item.Id, anchor.Revision, ladder.Name, rung.Id, occurrence, addressee.Contact.Person.Id);

    /// <summary>
    /// Says to some at once what the plan tells others, though no plan names them; null where there is nobody like that. It goes by the
    /// name of the first rung, which some of them may hear anyway.
    /// </summary>
    public Rung? ImplicitRung() => ImplicitRole() is { } role ? Rung.Once(ladder.Rungs[0].Id, "0", role) : null;

    /// <summary>
    /// Whose it is, a new owner learns when asked to sign. While it waits nobody is asked, and they must not learn only when the clock
    /// runs again.
    /// </summary>
    public static bool TellsNewOwner(AgreedItem item, int revision) =>
        item.IsWaiting && revision == item.HandOvers.Count && item.HandOvers[^1].At >= item.Suspensions[^1].At;

    /// <summary>Who hears at once what the plan tells others, though no plan names them.</summary>
    private string? ImplicitRole() => ladder.Name switch
    {
        LadderName.Closing when item.ToldLate.Count > 0 || item.Escalations.Count > 0 => Role.ToldLate,
        LadderName.Handover when TellsNewOwner(item, anchor.Revision) => Role.Owner,
        _ => null,
    };

    /// <summary>
    /// Everybody once, as what the plan names them first: a level who is also the coordinator hears once. But whoever is to act hears
    /// it as that, whatever else they are: nobody waits until they themselves were told.
    /// </summary>
    public Addressee[] AddresseesOf(Rung rung)
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

    private bool IsConcerned(Addressee addressee) => (ladder.Name, addressee.Role) switch
    {
        (LadderName.Escalated, var role) => item.Escalations[anchor.Revision - 1].SpeaksTo(role, addressee.Contact.Person.Id),
        (LadderName.Question, Role.Owner or Role.Issuer) => item.Questions[anchor.Revision - 1].Of == addressee.Role,
        (LadderName.Reply, _) => item.Questions[anchor.Revision - 1].Reply!.To == addressee.Contact.Person.Id,
        (_, Role.FormerOwner) => item.HandOvers[anchor.Revision - 1].From == addressee.Contact.Person.Id,
        _ => true,
    };

    /// <summary>Why a notice will not be sent at all; null for one that will.</summary>
    public string? Skip(string role, ScheduledTime scheduled) =>
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

    private bool Waited(LocalDate day) =>
        item.Suspensions.Any(waited => item.DayOf(waited.At) <= day && day < item.DayOf(waited.Ended!.At));

    private string? SkipUnassigned(string role, ScheduledTime scheduled) =>
        role is Role.Owner or Role.Supporting ? ReasonPhrases.NeverAssigned.Text
        : item.RegisteredAt is { } registered && scheduled.Day < item.DayOf(registered) ? ReasonPhrases.BeforeRegistration.Text
        : null;
}
