using NodaTime;

namespace FollowUp.People;

/// <summary>What of a succession could not be given on, and why.</summary>
/// <param name="Why">In English, as a fault says it.</param>
public sealed record LeftBehind(string Agreement, string Item, string Why);

/// <summary>Somebody leaves, and another takes over whatever they have a part in, from a day on.</summary>
/// <param name="Number">From 1: how many there were of this person.</param>
/// <param name="At">When it begins: the day, where the one lives who leaves, or at once.</param>
/// <param name="Through">How <paramref name="By"/> came to act: a word of <see cref="Journal.Through"/>.</param>
/// <param name="Token">Of the preview on which it was asked for.</param>
public sealed record Succession(
    string Person, int Number, string Successor, LocalDate On, Instant At, string Reason, string By, string? Through, Instant AskedAt,
    string Token)
{
    public Instant? CalledOffAt { get; init; }

    /// <summary>Null while nobody has called it off.</summary>
    public string? CalledOffBy { get; init; }

    public Instant? BegunAt { get; init; }

    public Instant? DoneAt { get; init; }

    /// <summary>What their successor does not have: an item whose report waits for its answer keeps its owner.</summary>
    public IReadOnlyList<LeftBehind> Left { get; init; } = [];

    /// <summary>It is still to come, or under way.</summary>
    public bool IsOpen => CalledOffAt is null && DoneAt is null;

    /// <summary>Whoever asked for the other asked for this.</summary>
    public bool AsksTheSameAs(Succession other) =>
        (Person, Successor, On, Reason, By) == (other.Person, other.Successor, other.On, other.Reason, other.By);

    /// <summary>The same, with what one agreement left behind; said twice, it stands there once.</summary>
    public Succession Leaving(string agreement, IEnumerable<LeftBehind> left) =>
        this with { Left = [.. Left.Where(one => one.Agreement != agreement), .. left] };
}
