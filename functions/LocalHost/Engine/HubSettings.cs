namespace FollowUp.LocalHost.Engine;

/// <summary>What is known of the task hub: from host.json, and from whoever runs the host.</summary>
internal sealed record HubSettings(string HubName, int StepsAtOnce, int ActivitiesAtOnce)
{
    /// <summary>No other host can be at the hub's table: a lease that is found there was left by one that died.</summary>
    public bool IsOnlyHost { get; init; }

    /// <summary>Whether each step begins with a look whether memory says what the store says, and is compared with a replay.</summary>
    public bool VerifiesReplays { get; init; }
}
