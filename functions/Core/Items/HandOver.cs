using NodaTime;

namespace FollowUp.Items;

/// <summary>The item went from one owner to another.</summary>
public sealed record HandOver(string By, Instant At, string From, string To, string Reason);
