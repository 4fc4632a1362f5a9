using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// What one step changes: the new state of the instance, and the rows that are written and deleted with it in one transaction.
/// </summary>
/// <param name="Step">Null where no code ran, or where the history was dropped by continue-as-new.</param>
/// <param name="Consumed">Keys of the inbox rows that the step has read.</param>
internal sealed record InstanceUpdate(InstanceState State, Step? Step, IReadOnlyList<string> Consumed)
{
    /// <summary>Steps that move out of the instance row into a page row.</summary>
    public IReadOnlyList<Step>? Page { get; private init; }

    /// <summary>Rows to delete: what was consumed, and as many pages of earlier executions as fit into the transaction.</summary>
    public IReadOnlyList<string> Deleted { get; private init; } = Consumed;

    /// <summary>
    /// Whether it may be stored together with the next step: a replay from the store decides the same again, and all it does is call
    /// activities, which run again if the host dies. Activity results, messages to others and what clients can see are stored at once.
    /// </summary>
    /// <param name="before">The state in the store.</param>
    public bool CanJoinNextCommit(InstanceState before) =>
        Step is { Decided.Count: > 0 }
        && Step.Decided.All(decision => decision is CallActivity or CancelTimer)
        && Step.Decided.Any(decision => decision is CallActivity)
        && !HasActivityResults
        && IsInvisible(before);

    /// <summary>
    /// Whether it may be stored later while activities queue up: it only waits for its next timer now. If the host dies before, its last
    /// activity runs again; those before it are stored.
    /// </summary>
    /// <param name="before">The state before this step.</param>
    public bool CanWaitOutLoad(InstanceState before) =>
        Step?.Decided.All(decision => decision is SetTimer or CancelTimer) == true
        && IsInvisible(before);

    /// <summary>Whether the step consumed activity results.</summary>
    public bool HasActivityResults => Step?.Happened.Any(incoming => incoming is TaskEnded) == true;

    /// <summary>With a full tail moved into a page, and old pages to delete.</summary>
    public InstanceUpdate WithPaging() => WithPage().WithCleanup();

    public static InstanceUpdate ForSuspension(
        InstanceState state, bool isSuspended, IReadOnlyList<string> consumed, DateTimeOffset now) => new(
        state with
        {
            Status = isSuspended ? OrchestrationRuntimeStatus.Suspended
                : state.HasStarted ? OrchestrationRuntimeStatus.Running
                : OrchestrationRuntimeStatus.Pending,
            UpdatedAt = now,
        },
        null,
        consumed);

    /// <summary>Whether no other instance gets a message from it, and no client could see it.</summary>
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
