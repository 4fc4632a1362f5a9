namespace FollowUp.Delivery;

/// <summary>In the place of a channel while a setting that every letter needs is none: letters wait until somebody mends it.</summary>
public sealed class UnusableSender(string why) : ILetterChannel
{
    public Task Send(WrittenLetter letter, CancellationToken cancel) =>
        throw new DeliveryDelayedException("Mail", new InvalidOperationException(why)) { Why = why };
}
