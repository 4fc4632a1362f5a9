using NodaTime;

namespace FollowUp.Items;

/// <summary>That an item comes round: this one is one occurrence, the next will be an item of its own.</summary>
/// <param name="Rule">An RRULE of RFC 5545, without the word itself: <c>FREQ=MONTHLY;INTERVAL=3;COUNT=8</c>.</param>
/// <param name="First">The due date of the first occurrence. All others are counted from it, never from the last one.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Series">The id of the first occurrence; the others are called <c>{series}-2</c> and so on.</param>
public sealed record Recurrence(string Rule, LocalDate First, int Number, string Series)
{
    /// <summary>The next occurrence was opened; null until then, and for the last one.</summary>
    public Opening? Next { get; init; }

    /// <summary>No further occurrence is to be opened; null while the rule alone decides.</summary>
    public SeriesEnd? Ended { get; init; }
}

/// <summary>The coordinator ended a series; the occurrence that runs goes on.</summary>
public sealed record SeriesEnd(string By, Instant At, string Reason);

/// <summary>The next occurrence of an item came to be, or could not.</summary>
/// <param name="Item">Its id; null where it could not be opened.</param>
/// <param name="Why">Why it could not; null where it was.</param>
public sealed record Opening(Instant At, string? Item, string? Why);
