using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>What one look at an instance came to: nothing to do, or how it stands afterwards.</summary>
/// <param name="Step">Null where no code ran, or where its history has just been thrown away.</param>
/// <param name="Consumed">Inbox rows that have been read.</param>
sealed record Turn(InstanceState State, Step? Step, IReadOnlyList<string> Consumed)
{
    /// <summary>Rows of earlier executions go away with whatever is written next, as many as fit.</summary>
    public Turn WithSweeping(out IReadOnlyList<string> deleted)
    {
        int until = Math.Min(State.FirstStep, State.OldestStep + HubLimits.DeletionsMax - Consumed.Count);
        deleted = [.. Consumed, .. Enumerable.Range(State.OldestStep, Math.Max(0, until - State.OldestStep)).Select(HubKeys.Step)];
        return this with { State = State with { OldestStep = Math.Max(State.OldestStep, until) } };
    }

    public static Turn Suspending(InstanceState state, bool isSuspended, IReadOnlyList<string> consumed, DateTimeOffset now) => new(
        state with
        {
            Status = isSuspended ? OrchestrationRuntimeStatus.Suspended
                : state.HasStarted ? OrchestrationRuntimeStatus.Running
                : OrchestrationRuntimeStatus.Pending,
            UpdatedAt = now,
        },
        null,
        consumed);
}
