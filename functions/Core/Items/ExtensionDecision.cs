using NodaTime;

namespace FollowUp.Items;

/// <summary>What the issuer said to it.</summary>
public sealed record ExtensionDecision(string By, Instant At, bool IsGranted, string? Note);
