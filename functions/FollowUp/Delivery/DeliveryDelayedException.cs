namespace FollowUp.Delivery;

/// <summary>The channel could not take the letter now; a later try may succeed.</summary>
public sealed class DeliveryDelayedException(string channel, Exception cause)
    : Exception($"{channel} could not take the letter yet: {cause.GetType().Name}.", cause)
{
    /// <summary>What stands in the way, for those who can mend it. No names, no addresses of readers.</summary>
    public string Why { get; init; } = $"{channel} takes no letters now.";

    /// <summary>The letter was being handed over, and no answer came: it may have been taken all the same.</summary>
    public bool IsIndeterminate { get; init; }
}
