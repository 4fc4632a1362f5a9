using NodaTime;

namespace FollowUp.Items;

/// <summary>The clock stands still because the other side must move first (law 13).</summary>
public sealed record Suspension(string By, Instant At, string Reason)
{
    public Resumption? Ended { get; init; }
}

/// <summary>The other side moved, or nobody waits for it any more.</summary>
/// <param name="WorkingDays">By how many the due date moved.</param>
public sealed record Resumption(string By, Instant At, int WorkingDays);
