namespace FollowUp.Delivery;

/// <summary>How letters leave. The same Message-ID twice is the same letter.</summary>
public interface ILetterChannel
{
    /// <exception cref="DeliveryDelayedException">Not now; a later try may succeed.</exception>
    /// <exception cref="DeliveryRefusedException">Never; another try would be refused too.</exception>
    Task Send(RenderedLetter letter, CancellationToken cancel);
}
