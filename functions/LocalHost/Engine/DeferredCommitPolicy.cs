using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Which steps wait to be stored with the next one, and for how long.</summary>
internal sealed class DeferredCommitPolicy(ActivityRunner activities)
{
    /// <summary>Whoever asks the store how an instance stands need not wait for its activity to end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>While activities queue up: to store the thousands that wait, or have nothing to do but wait, would only make the others wait for longer.</summary>
    private static readonly TimeSpan LongestUnderLoad = TimeSpan.FromSeconds(30);

    public bool Allows(CachedInstance cached, InstanceUpdate update) =>
        cached.DeferredMessages.Count + update.Consumed.Count <= HubLimits.DeferredMessagesMax
        && ((!cached.HasDeferredCommit && update.CanJoinNextCommit(cached.State)) || (activities.IsSaturated && update.CanWaitOutLoad(cached.State)));

    /// <returns>When what is held must be stored, with a next step or without; null where nothing is.</returns>
    public DateTimeOffset? DeadlineOf(CachedInstance cached) =>
        !cached.HasDeferredCommit ? null
            : activities.IsDraining ? DateTimeOffset.MinValue
            : cached.State.UpdatedAt + (activities.IsSaturated ? LongestUnderLoad : Longest);
}
