using NodaTime;

namespace FollowUp.Items;

/// <summary>A part in the item went to other people.</summary>
/// <param name="Part">A word of <see cref="ItemPart"/>.</param>
/// <param name="From">Who had it; nobody where it was free.</param>
public sealed record Reassignment(
    string By, Instant At, string Part, IReadOnlyList<string> From, IReadOnlyList<string> To, string Reason);
