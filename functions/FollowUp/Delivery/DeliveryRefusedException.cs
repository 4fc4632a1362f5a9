using FollowUp.Ledger;

namespace FollowUp.Delivery;

/// <summary>The channel refused the letter for good, e.g. the address does not exist.</summary>
/// <param name="reason">In plain words: the coordinator reads them.</param>
public sealed class DeliveryRefusedException(string channel, string reason)
    : Exception(ReasonPhrases.LetterRefused.Fill(channel, reason));
