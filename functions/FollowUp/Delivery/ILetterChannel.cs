using FollowUp.Ledger;

namespace FollowUp.Delivery;

/// <summary>How letters leave. The same Message-ID twice is the same letter.</summary>
public interface ILetterChannel
{
    /// <exception cref="DeliveryDelayedException">Not now; a later try may succeed.</exception>
    /// <exception cref="DeliveryRefusedException">Never; another try would be refused too.</exception>
    Task Send(WrittenLetter letter, CancellationToken cancel);
}

/// <summary>The channel could not take the letter now; a later try may succeed.</summary>
public sealed class DeliveryDelayedException(string channel, Exception cause)
    : Exception($"{channel} could not take the letter yet: {cause.GetType().Name}.", cause)
{
    /// <summary>What stands in the way, for those who can mend it. No names, no addresses of readers.</summary>
    public string Why { get; init; } = $"{channel} takes no letters now.";

    /// <summary>The letter was being handed over, and no answer came: it may have been taken all the same.</summary>
    public bool MayBeOut { get; init; }
}

/// <summary>The channel refused the letter for good, e.g. the address does not exist.</summary>
/// <param name="reason">In plain words: the coordinator reads them.</param>
public sealed class DeliveryRefusedException(string channel, string reason)
    : Exception(ReasonPhrases.LetterRefused.Fill(channel, reason));
