namespace FollowUp.LocalHost.Engine;

/// <summary>Settings of the task hub: from host.json, and from the options of the host.</summary>
internal sealed record HubSettings(string HubName, int StepsAtOnce, int ActivitiesAtOnce)
{
    /// <summary>
    /// No other host can reach the hub's table: a lease found there was left by a host that died, and need not expire first.
    /// </summary>
    public bool IsOnlyHost { get; init; }

    /// <summary>For tests: see <see cref="ReplayVerifier"/>.</summary>
    public bool VerifiesReplays { get; init; }
}
