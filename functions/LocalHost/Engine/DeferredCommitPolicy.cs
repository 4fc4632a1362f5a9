using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Which steps wait to be stored with the next one, and for how long.</summary>
internal sealed class DeferredCommitPolicy(Activities activities)
{
    /// <summary>Whoever asks the store how an instance stands need not wait for its activity to end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>While activities queue up: to store the thousands that wait, or have nothing to do but wait, would only make the others wait for longer.</summary>
    private static readonly TimeSpan LongestUnderLoad = TimeSpan.FromSeconds(30);

    public bool Allows(WarmInstance warm, InstanceUpdate update) =>
        warm.DeferredMessages.Count + update.Consumed.Count <= HubLimits.DeferredMessagesMax
        && ((!warm.HasDeferredCommit && update.CanJoinNextCommit(warm.State)) || (activities.IsSaturated && update.CanWaitOutLoad(warm.State)));

    /// <returns>When what is held must be stored, with a next step or without; null where nothing is.</returns>
    public DateTimeOffset? DeadlineOf(WarmInstance warm) =>
        !warm.HasDeferredCommit ? null
            : activities.IsDraining ? DateTimeOffset.MinValue
            : warm.State.UpdatedAt + (activities.IsSaturated ? LongestUnderLoad : Longest);
}
