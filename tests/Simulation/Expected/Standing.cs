using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>Somebody did something, and said something with it.</summary>
public sealed record Fact(string By, Instant At, string? Text = null);

public sealed record Answered(string By, Instant At, bool IsGranted);

public sealed record Ask(int Number, string By, Instant At, LocalDate DueOn, string Reason, Answered? Answer = null);

public sealed record Ended(string By, Instant At, int Days);

public sealed record Wait(string By, Instant At, string Reason, Ended? Ended = null);

public sealed record Handing(string By, Instant At, string From, string To, string Reason);

/// <param name="Part"><c>issuer</c>, <c>coordinator</c>, <c>supporting</c> or <c>chain</c>.</param>
public sealed record Giving(string By, Instant At, string Part, IReadOnlyList<string> From, IReadOnlyList<string> To);

/// <param name="Cause"><c>extension</c>, <c>waiting</c> or <c>rescheduled</c>.</param>
public sealed record Move(string By, Instant At, LocalDate From, LocalDate To, string Cause, string Reason);

/// <param name="Of">The role whose answer it waits for.</param>
/// <param name="To">Who hears the answer.</param>
public sealed record Questioned(int Number, string By, Instant At, string Of, string Text, Fact? Answer = null, string? To = null);

/// <param name="Knows">Who else hears of it.</param>
public sealed record Raised(int Number, string By, Instant At, int Level, string To, IReadOnlyList<string> Knows, string Reason);

/// <summary>How an item stands, as whoever reads only the design would keep it on a card.</summary>
/// <param name="AssignedAt">Null while it waits for others of its agreement.</param>
public sealed record Standing(string Owner, LocalDate DueOn, Instant RegisteredAt, Instant? AssignedAt)
{
    /// <summary>As it comes in: with its owner at once, or waiting for others.</summary>
    public static Standing Registered(Papers.Item paper, string coordinator, IReadOnlyList<string> chain, Instant at) =>
        new(paper.Owner, paper.DueOn, at, paper.DependsOn.Count == 0 ? at : null)
        {
            Issuer = paper.Issuer,
            Supporting = paper.Supporting,
            Coordinator = coordinator,
            Chain = chain,
        };

    public string Issuer { get; init; } = "";
    public string Coordinator { get; init; } = "";
    public IReadOnlyList<string> Supporting { get; init; } = [];
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Each part that went to others.</summary>
    public IReadOnlyList<Giving> Givings { get; init; } = [];

    public int Revision { get; init; } = 1;
    public Fact? Receipt { get; init; }
    public Fact? Report { get; init; }
    public Fact? Confirmed { get; init; }
    public Fact? Withdrawn { get; init; }

    /// <summary>What it was put right to; null while it is called as it was registered.</summary>
    public string? Title { get; init; }

    /// <summary>Nothing comes round after it any more.</summary>
    public Fact? SeriesEnded { get; init; }

    public IReadOnlyList<Fact> Progress { get; init; } = [];
    public IReadOnlyList<Fact> Returns { get; init; } = [];
    public IReadOnlyList<Ask> Asks { get; init; } = [];
    public IReadOnlyList<Wait> Waits { get; init; } = [];
    public IReadOnlyList<Handing> Handings { get; init; } = [];
    public IReadOnlyList<Move> Moves { get; init; } = [];
    public IReadOnlyList<Questioned> Questions { get; init; } = [];
    public IReadOnlyList<Raised> Raisings { get; init; } = [];
    public IReadOnlyDictionary<string, Fact> StagesDone { get; init; } = new Dictionary<string, Fact>();

    /// <summary>Everybody who has a part, once for each.</summary>
    public IEnumerable<string> Parts => [Owner, Issuer, Coordinator, .. Supporting.Distinct(), .. Chain];

    /// <summary>Since when somebody is among those to whom a part was given.</summary>
    public Instant CameAt(string person) =>
        Givings.LastOrDefault(giving => giving.To.Contains(person) && !giving.From.Contains(person))?.At ?? Instant.MinValue;

    public IReadOnlyList<string> Has(string part) => part switch
    {
        "issuer" => [Issuer],
        "coordinator" => [Coordinator],
        "supporting" => Supporting,
        _ => Chain,
    };

    /// <summary>With others in a part.</summary>
    public Standing Given(Giving giving) => (giving.Part switch
    {
        "issuer" => this with { Issuer = giving.To[0] },
        "coordinator" => this with { Coordinator = giving.To[0] },
        "supporting" => this with { Supporting = giving.To },
        _ => this with { Chain = giving.To },
    }) with
    { Givings = [.. Givings, giving] };

    public bool IsOpen => Confirmed is null && Withdrawn is null;

    public bool IsReported => IsOpen && Report is not null;

    public bool IsPending => IsOpen && Report is null;

    public bool IsWaiting => IsPending && Waits is [.., { Ended: null }];

    public bool IsAssigned => AssignedAt is not null;

    public bool IsRunning => IsPending && IsAssigned && !IsWaiting;

    public Questioned? Question => IsOpen && Questions is [.., { Answer: null } last] ? last : null;

    public Ask? Asked => IsPending && Asks is [.., { Answer: null } last] ? last : null;

    public int Granted => Asks.Count(ask => ask.Answer?.IsGranted == true);

    public string State =>
        Withdrawn is not null ? "withdrawn" : Confirmed is not null ? "confirmed" : Report is not null ? "reported"
        : !IsAssigned ? "registered" : IsWaiting ? "waiting" : Receipt is not null ? "signed" : "assigned";

    /// <summary>
    /// When anybody said or did something about it since it was handed out; what a former owner signed stands as said, with the hand-over.
    /// </summary>
    public IReadOnlyList<Instant> Words() =>
    [
        AssignedAt!.Value,
        .. Receipt is { } receipt ? [receipt.At] : (Instant[])[],
        .. Progress.Select(word => word.At), .. StagesDone.Values.Select(done => done.At),
        .. Asks.SelectMany(ask => ask.Answer is { } answer ? [ask.At, answer.At] : (Instant[])[ask.At]),
        .. Waits.SelectMany(wait => wait.Ended is { } ended ? [wait.At, ended.At] : (Instant[])[wait.At]),
        .. Handings.SelectMany(handing => new[] { handing.At, handing.At }), .. Moves.Select(move => move.At),
        .. Returns.Select(returned => returned.At), .. Raisings.Select(raised => raised.At),
        .. Questions.SelectMany(asked => asked.Answer is { } answer ? [asked.At, answer.At] : (Instant[])[asked.At]),
    ];

    /// <summary>When it was confirmed or withdrawn; null while it is open.</summary>
    public Instant? ClosedAt => (Confirmed ?? Withdrawn)?.At;

    /// <summary>Since when this owner has it with the clock running.</summary>
    public Instant HandedAt =>
        Handings.Select(handing => handing.At).Concat(Waits.Where(wait => wait.Ended is not null).Select(wait => wait.Ended!.At))
            .Append(AssignedAt!.Value).Max();
}
