namespace FollowUp.Delivery;

/// <summary>Stands in for a channel while a setting that every letter needs is unusable: letters wait until somebody mends it.</summary>
public sealed class UnavailableChannel(string why) : ILetterChannel
{
    public Task<string?> Send(RenderedLetter letter, CancellationToken cancel) =>
        throw new DeliveryDelayedException("Mail", new InvalidOperationException(why)) { Why = why };
}
