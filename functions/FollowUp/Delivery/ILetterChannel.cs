namespace FollowUp.Delivery;

/// <summary>How letters leave. The same Message-ID twice is the same letter.</summary>
public interface ILetterChannel
{
    /// <returns>What the channel said when it took the letter (<see cref="ChannelReply"/>); null where it says nothing.</returns>
    /// <exception cref="DeliveryDelayedException">Not now; a later try may succeed.</exception>
    /// <exception cref="DeliveryRefusedException">Never; another try would be refused too.</exception>
    Task<string?> Send(RenderedLetter letter, CancellationToken cancel);
}
