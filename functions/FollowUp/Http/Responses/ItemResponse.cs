using FollowUp.Access;
using FollowUp.Agreements;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>An item as it stands.</summary>
/// <param name="now">For what follows from the day: slip and lateness.</param>
public sealed class ItemResponse(AgreedItem item, IReadOnlyList<NextActionResponse> nextActions, Instant now)
{
    public string Agreement => item.Agreement;
    public string Id => item.Id;

    /// <summary>What it is called in somebody else's list; absent where no list has it.</summary>
    public string? Number => item.Number;

    public string Kind => item.Kind;
    public string? Clause => item.Clause;
    public Wording Title => item.Title;
    public string Owner => item.Owner;
    public IReadOnlyList<string> Supporting => item.Supporting;
    public string Issuer => item.Issuer;
    public string? Counterpart => item.Counterpart;
    public string Coordinator => item.Coordinator;
    public IReadOnlyList<string> Chain => item.Chain;

    /// <summary>A day in <see cref="TimeZone"/>.</summary>
    public LocalDate DueOn => item.DueOn;

    public LocalDate OriginalDueOn => item.OriginalDueOn;
    public string TimeZone => item.TimeZone;

    /// <summary>Whose working days count, by id.</summary>
    public IEnumerable<string> Calendars => item.Calendars.Select(calendar => calendar.Id);

    public string Plan => item.Plan.Id;

    /// <summary>The revision of the plan that it was accepted with (law 9), or re-based to.</summary>
    public int PlanRevision => item.Plan.Revision;

    public IReadOnlyList<Stage> Stages => item.Stages;

    /// <summary>registered, assigned, signed, waiting, reported, confirmed or withdrawn.</summary>
    public string State => item.State;

    public bool Open => item.IsOpen;
    public IReadOnlyList<string> DependsOn => item.DependsOn;

    /// <summary>That it comes round; absent for what is done once.</summary>
    public RecurrenceResponse? Recurrence => RecurrenceResponse.Of(item.Recurrence);

    /// <summary>blue, yellow or red; absent where there is none.</summary>
    public string? Slip => item.SlipAt(now) is Items.Slip.None ? null : item.SlipAt(now).ToString().ToLowerInvariant();

    /// <summary>late, behind, near, reported, waiting, course or closed: under which heading overviews count it.</summary>
    public string Section => item.SectionAt(now).Word();

    public int DaysLate => item.DaysLateAt(now);

    /// <summary>When anybody last said or did something about it; absent where its clock does not run.</summary>
    public Instant? SilentSince => item.IsRunning ? item.LastWordAt() : null;

    public Instant? AssignedAt => item.AssignedAt;
    public Receipt? Receipt => item.Receipt;
    public IReadOnlyList<ProgressReport> Progress => item.Progress;

    /// <summary>What was handed in to show what was done.</summary>
    public IEnumerable<EvidenceFileResponse> EvidenceFiles => item.EvidenceFiles.Select(file => EvidenceFileResponse.Of(file, item));

    public Completion? Completion => item.Completion;
    public Confirmation? Confirmation => item.Confirmation;
    public IEnumerable<ReturnResponse> Returns =>
        item.Returns.Select(returned => new ReturnResponse(returned.By, returned.At, returned.Reason));
    public Withdrawal? Withdrawal => item.Withdrawal;
    public SlippageResponse Slippage => new(item.Slippage(), item.CountGranted(), item.DueChanges);
    public IEnumerable<ExtensionResponse> Extensions => item.Extensions.Select(ExtensionResponse.Of);
    public IReadOnlyList<Suspension> Waiting => item.Suspensions;
    public IReadOnlyList<Question> Questions => item.Questions;
    public IReadOnlyList<DeliberateEscalation> Escalations => item.Escalations;
    public IReadOnlyList<HandOver> HandOvers => item.HandOvers;
    public IReadOnlyList<Reassignment> Reassignments => item.Reassignments;
    public IEnumerable<RebaseResponse> Rebases =>
        item.Rebases.Select(rebase => new RebaseResponse(rebase.By, rebase.At, rebase.InWords(), rebase.Said()));

    /// <summary>Who was told that it is late.</summary>
    public IReadOnlyList<string> ToldLate => item.ToldLate;

    /// <summary>When its clock looks at it again.</summary>
    public Instant? NextAt => item.NextAt;

    /// <summary>In English; <see cref="WarningDetails"/> has them as data.</summary>
    public IReadOnlyList<string> Warnings => item.Warnings;

    public IEnumerable<WarningResponse> WarningDetails => item.Warnings.Select(WarningResponse.Of);

    /// <summary>Whose move it is, and what they may do: what holds it up first comes first.</summary>
    public IReadOnlyList<NextActionResponse> NextActions => nextActions;

    /// <summary>What the caller may do with it now; absent in lists, and in the answer to a change.</summary>
    public IReadOnlyList<VerbOffer>? Verbs { get; init; }

    /// <summary>Counts what people changed.</summary>
    public int Revision => item.Revision;
}
