using NodaTime;

namespace FollowUp.Watching;

/// <summary>What is seen of the service at a moment; null of what is in order, or is not known.</summary>
/// <param name="WatchedSince">Since when anybody here looks. What never came since then is missed from then on.</param>
public sealed record Vitals(Instant WatchedSince)
{
    /// <summary>The tables do not answer.</summary>
    public Trouble? StoreAway { get; init; }

    /// <summary>The last row that was written was not taken.</summary>
    public Trouble? StoreRefuses { get; init; }

    /// <summary>Orchestrations cannot be reached.</summary>
    public Trouble? EngineAway { get; init; }

    /// <summary>When a sweep last came to its end.</summary>
    public Instant? SweptAt { get; init; }

    /// <summary>The oldest that it could not move on.</summary>
    public Instant? OldestDueAt { get; init; }

    /// <summary>The minute of the oldest letter that is still to be handed over.</summary>
    public Instant? OldestLetterAt { get; init; }

    /// <summary>The minute of the oldest letter that nobody has begun to write.</summary>
    public Instant? UnopenedSince { get; init; }

    /// <summary>No letter is taken, whether one waits or not.</summary>
    public Trouble? Mail { get; init; }

    public IReadOnlyList<FailedClock> Failed { get; init; } = [];

    /// <summary>Open items are full.</summary>
    public Trouble? Full { get; init; }
}

/// <summary>Since when something is wrong, and what is known of it.</summary>
public sealed record Trouble(Instant Since, string Why);

/// <summary>An orchestration that has failed.</summary>
public sealed record FailedClock(string Instance, Instant At);
