using NodaTime;

namespace FollowUp.Ledger;

/// <summary>One letter to be: a person and the minute that it belongs to.</summary>
public sealed record LetterKey(string Recipient, string Slot)
{
    /// <summary>When the minute begins whose decisions the letter carries.</summary>
    public Instant Minute => Values.Slot.StartOf(Slot);
}
