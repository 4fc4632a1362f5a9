using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>What one look at an instance came to: how it stands afterwards.</summary>
/// <param name="Step">Null where no code ran, or where its history has just been thrown away.</param>
/// <param name="Consumed">Inbox rows that have been read.</param>
internal sealed record InstanceUpdate(InstanceState State, Step? Step, IReadOnlyList<string> Consumed)
{
    /// <summary>Steps that leave the instance row for a page of their own.</summary>
    public IReadOnlyList<Step>? Page { get; private init; }

    /// <summary>Rows that go away: what was consumed, and as many pages of earlier executions as fit.</summary>
    public IReadOnlyList<string> Deleted { get; private init; } = Consumed;

    /// <summary>
    /// Whether it can be stored with the step after it: it was led here by what the store knows anyway, and only calls activities, which run again
    /// where their host dies. What an activity came to, what others are to hear and what anybody can see is stored at once.
    /// </summary>
    /// <param name="before">How the instance stands in the store.</param>
    public bool CanJoinNextCommit(InstanceState before) =>
        Step is { Decided.Count: > 0 }
        && Step.Decided.All(decision => decision is CallActivity or CancelTimer)
        && Step.Decided.Any(decision => decision is CallActivity)
        && !HasActivityResults
        && IsInvisible(before);

    /// <summary>
    /// Whether it can be stored once the crowd is gone: it only waits for its next timer now. Were its host to die before, it would be led here
    /// again, and its last activity run again; those before it are in the store.
    /// </summary>
    /// <param name="before">How the instance stood before it.</param>
    public bool CanWaitOutLoad(InstanceState before) =>
        Step?.Decided.All(decision => decision is SetTimer or CancelTimer) == true
        && IsInvisible(before);

    /// <summary>Whether it read what activities came to.</summary>
    public bool HasActivityResults => Step?.Happened.Any(happening => happening is TaskEnded) == true;

    public InstanceUpdate WithPaging() => WithPage().WithCleanup();

    public static InstanceUpdate ForSuspension(InstanceState state, bool isSuspended, IReadOnlyList<string> consumed, DateTimeOffset now) => new(
        state with
        {
            Status = isSuspended ? OrchestrationRuntimeStatus.Suspended
                : state.HasStarted ? OrchestrationRuntimeStatus.Running
                : OrchestrationRuntimeStatus.Pending,
            UpdatedAt = now,
        },
        null,
        consumed);

    /// <summary>Whether nobody else is to hear of it or could see it.</summary>
    private bool IsInvisible(InstanceState before) =>
        State is { Status: OrchestrationRuntimeStatus.Running, Outbox.Count: 0 }
        && State.CustomStatus == before.CustomStatus
        && WithPage().Page is null;

    private InstanceUpdate WithPage() => Step is null || State.Tail.Sum(step => step.Length) <= HubLimits.TailMax
        ? this
        : this with { Page = State.Tail, State = State with { Tail = [], NextPage = State.NextPage + 1 } };

    private InstanceUpdate WithCleanup()
    {
        int until = Math.Min(State.FirstPage, State.OldestPage + HubLimits.DeletionsMax - Consumed.Count);
        if (until <= State.OldestPage)
        {
            return this;
        }

        string partition = HubKeys.Partition(State.Id);
        IEnumerable<int> old = Enumerable.Range(State.OldestPage, until - State.OldestPage);
        return this with
        {
            State = State with { OldestPage = until },
            Deleted = [.. Consumed, .. old.Select(page => HubKeys.Page(partition, page))],
        };
    }
}
