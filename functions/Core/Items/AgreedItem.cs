using System.Text.Json.Serialization;
using FollowUp.Agreements;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Items;

/// <summary>
/// What was agreed to be done by a date: a protocol revision, a visit. An item never changes in place: each verb returns the
/// item as it stands afterwards, and a state is a fact with a who and a when, never a flag.
/// </summary>
/// <param name="DueOn">A day in <paramref name="TimeZone"/>; the item is overdue from the first instant of the next.</param>
/// <param name="OriginalDueOn">Never changes (law 10), so that slippage can always be computed.</param>
/// <param name="Calendars">Whose working days count; several mean that both sides must be at work.</param>
/// <param name="AssignedAt">Null while it waits for the items that it depends on.</param>
public sealed record AgreedItem(
    string Agreement,
    string Id,
    string Kind,
    string? Clause,
    Wording Title,
    string Owner,
    IReadOnlyList<string> Supporting,
    string Issuer,
    string? Counterpart,
    string Coordinator,
    IReadOnlyList<string> Chain,
    LocalDate DueOn,
    LocalDate OriginalDueOn,
    string TimeZone,
    IReadOnlyList<FrozenRevision> Calendars,
    FrozenRevision Plan,
    IReadOnlyList<Stage> Stages,
    Instant? AssignedAt)
{
    public static IReadOnlyList<string> Kinds { get; } =
        ["protocol-revision", "visit", "mechanism-meeting", "joint-operation", "port-cooperation", "other"];

    /// <summary>What it is called in somebody else's list, by which a spreadsheet finds it again; null where no list has it.</summary>
    public string? Number { get; init; }

    /// <summary>When its words were last put right; null where they never were, or an earlier version did it.</summary>
    public Instant? AmendedAt { get; init; }

    public Receipt? Receipt { get; init; }
    public IReadOnlyList<ProgressReport> Progress { get; init; } = [];

    /// <summary>What was handed in to show what was done, the first one first; a report may name one of them.</summary>
    public IReadOnlyList<EvidenceFile> EvidenceFiles { get; init; } = [];

    /// <summary>The report that the issuer has yet to answer, or the one that was confirmed.</summary>
    public Completion? Completion { get; init; }

    public IReadOnlyList<Return> Returns { get; init; } = [];
    public Confirmation? Confirmation { get; init; }
    public Withdrawal? Withdrawal { get; init; }

    public IReadOnlyList<Extension> Extensions { get; init; } = [];
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];
    public IReadOnlyList<HandOver> HandOvers { get; init; } = [];

    /// <summary>What owner and issuer asked each other, the first one first.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What people sent up at once, the first one first.</summary>
    public IReadOnlyList<DeliberateEscalation> Escalations { get; init; } = [];

    /// <summary>Every part beside the owner's that went to others, the first one first.</summary>
    public IReadOnlyList<Reassignment> Reassignments { get; init; } = [];

    /// <summary>Every move of the due date, the first one first: together they lead from the original date to today's.</summary>
    public IReadOnlyList<DueChange> DueChanges { get; init; } = [];

    /// <summary>Items of the same agreement that must be closed before this one is assigned.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>That it comes round; null for what is done once.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>
    /// Calendars of those who hear of it, beside the item's own: frozen when they come to it, though no working day is counted by them.
    /// </summary>
    public IReadOnlyList<FrozenRevision> RecipientCalendars { get; init; } = [];

    /// <summary>Every move to newer revisions of what it was frozen to, the first one first.</summary>
    public IReadOnlyList<Rebase> Rebases { get; init; } = [];

    /// <summary>When it was accepted; it is assigned then or later, never before.</summary>
    public Instant? RegisteredAt { get; init; }

    /// <summary>Who was told that this item is late, in the order they heard it (law 14).</summary>
    public IReadOnlyList<string> ToldLate { get; init; } = [];

    /// <summary>What its readers should know that its dates do not say, as it stands now; visible for as long as it is so.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>When the clock looks at this item again; null once nothing is left to say.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>Counts what people changed, from 1; the item's ETag. What its clock writes down does not count.</summary>
    public int Revision { get; init; } = 1;

    [JsonIgnore]
    public bool IsOpen => Confirmation is null && Withdrawal is null;

    [JsonIgnore]
    public bool IsReported => IsOpen && Completion is not null;

    /// <summary>Open, and nobody says yet that it is done.</summary>
    [JsonIgnore]
    public bool IsPending => IsOpen && Completion is null;

    /// <summary>The other side must move first: the clock stands still.</summary>
    [JsonIgnore]
    public bool IsWaiting => IsPending && Suspensions is [.., { Ended: null }];

    /// <summary>Pending, assigned, and its clock runs: the owner is asked for it.</summary>
    [JsonIgnore]
    public bool IsRunning => IsPending && !IsWaiting && AssignedAt is not null;

    /// <summary>The request that the issuer has yet to answer.</summary>
    [JsonIgnore]
    public Extension? PendingExtension => IsPending && Extensions is [.., { Decision: null } last] ? last : null;

    /// <summary>The question that nobody has answered yet.</summary>
    [JsonIgnore]
    public Question? OpenQuestion => IsOpen && Questions is [.., { Reply: null } last] ? last : null;

    /// <summary>All calendars that it was frozen to.</summary>
    [JsonIgnore]
    public IEnumerable<FrozenRevision> FrozenCalendars => Calendars.Concat(RecipientCalendars);

    [JsonIgnore]
    public DateTimeZone Zone => TimeZones.Get(TimeZone);

    /// <summary>
    /// The first instant of <paramref name="day"/> where the item is due; where the clocks leapt over it, the first one after.
    /// </summary>
    public Instant StartOf(LocalDate day) => DaylightSaving.StartOf(day, Zone);

    /// <summary>The day that <paramref name="instant"/> falls on where the item is due.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;

    [JsonIgnore]
    public string State =>
        Withdrawal is not null ? "withdrawn"
        : Confirmation is not null ? "confirmed"
        : Completion is not null ? "reported"
        : AssignedAt is null ? "registered"
        : IsWaiting ? "waiting"
        : Receipt is not null ? "signed"
        : "assigned";
}
