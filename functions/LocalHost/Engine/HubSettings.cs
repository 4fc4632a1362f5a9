namespace FollowUp.LocalHost.Engine;

/// <summary>What host.json says about the task hub.</summary>
sealed record HubSettings(string HubName, int StepsAtOnce, int ActivitiesAtOnce);
