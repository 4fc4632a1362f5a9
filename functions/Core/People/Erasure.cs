using NodaTime;

namespace FollowUp.People;

/// <summary>That what the register had of somebody was taken out of it for good.</summary>
/// <param name="Through">How <paramref name="By"/> came to act: a word of <see cref="Journal.Through"/>.</param>
public sealed record Erasure(Instant At, string By, string? Through);
