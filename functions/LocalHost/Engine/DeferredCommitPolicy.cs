using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Which steps are stored together with the next one instead of at once (write-behind), and for how long at most. It saves about one
/// request an activity; what is lost with the host is only what a replay decides again.
/// </summary>
internal sealed class DeferredCommitPolicy(ActivityRunner activities)
{
    /// <summary>A long activity must not hide from readers of the store that the instance has moved on.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>While activities queue up: storing thousands of instances that only wait would delay those that work.</summary>
    private static readonly TimeSpan LongestUnderLoad = TimeSpan.FromSeconds(30);

    public bool Allows(CachedInstance cached, InstanceUpdate update) =>
        cached.DeferredMessages.Count + update.Consumed.Count <= HubLimits.DeferredMessagesMax
        && ((!cached.HasDeferredCommit && update.CanJoinNextCommit(cached.State))
            || (activities.IsSaturated && update.CanWaitOutLoad(cached.State)));

    /// <returns>When a deferred commit must be stored, with a next step or without; null where there is none.</returns>
    public DateTimeOffset? DeadlineOf(CachedInstance cached) =>
        !cached.HasDeferredCommit ? null
            : activities.IsDraining ? DateTimeOffset.MinValue
            : cached.State.UpdatedAt + (activities.IsSaturated ? LongestUnderLoad : Longest);
}
