using NodaTime;

namespace FollowUp.Items;

/// <summary>The owner asked for a later due date, in time; the issuer decides, and until then the clock runs on (law 11).</summary>
/// <param name="Number">From 1, in the order in which they were asked for.</param>
/// <param name="DueOn">The day that was asked for.</param>
public sealed record Extension(int Number, string By, Instant At, LocalDate DueOn, string Reason)
{
    public ExtensionDecision? Decision { get; init; }
}
