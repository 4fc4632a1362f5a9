using FollowUp.Ledger;

namespace FollowUp.Orchestrations;

/// <summary>A letter on its way.</summary>
public sealed record LetterDelivery(string Recipient, string Slot)
{
    /// <summary>What came of it with the others of its minute; null where it was not tried with them, or nothing came of that.</summary>
    public Tried? Tried { get; init; }

    internal LetterKey Key => new(Recipient, Slot);

    /// <summary>Nothing is left to do.</summary>
    internal bool HasEnded => Tried is { IsDelayed: false, IsMarked: true, HasMore: false };

    internal static LetterDelivery Of(LetterKey key) => new(key.Recipient, key.Slot);
}
