using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>Turns the outcome of a step into the new state of the instance, its outbox for other instances included.</summary>
internal sealed class InstanceUpdateBuilder(CachedInstance cached, Func<string> newExecution)
{
    private readonly InstanceState state = cached.State;

    public InstanceUpdate Build(StepOutcome outcome, IReadOnlyList<string> consumed)
    {
        DateTimeOffset now = outcome.Step.At;
        InstanceState next = (outcome.Completion is Completion.ContinuedAsNew again ? ContinueAsNew(again) : Advance(outcome)) with
        {
            UpdatedAt = now,
            CustomStatus = outcome.CustomStatus,
            Outbox = [.. ToOthers(outcome), .. ToParent(outcome.Completion, now), .. ToChildren(outcome.Completion, now)],
        };
        Step? step = outcome.Completion is Completion.ContinuedAsNew ? null : outcome.Step;
        return new(next with { WorkAt = NextWorkAt(next, step, now) }, step, consumed);
    }

    /// <summary>When the instance has work without any message; stored in its row, where the next host finds it after a crash.</summary>
    public static DateTimeOffset? NextWorkAt(InstanceState state, OutstandingTasks outstanding, DateTimeOffset now) => state switch
    {
        { Outbox.Count: > 0 } => now,
        { HasEnded: true } => null,
        { HasStarted: false } => state.StartAt > now ? state.StartAt : now,
        _ => outstanding.Activities.Count > 0 ? now : outstanding.NextTimer,
    };

    private DateTimeOffset? NextWorkAt(InstanceState next, Step? step, DateTimeOffset now) =>
        NextWorkAt(next, step is null ? new() : cached.Outstanding.With(step), now);

    private InstanceState ContinueAsNew(Completion.ContinuedAsNew again) => state with
    {
        Execution = newExecution(),
        Status = OrchestrationRuntimeStatus.Running,
        Input = again.Input,
        Version = again.Version ?? state.Version,
        CarriedOver = again.CarriedOver,
        FirstPage = state.NextPage,
        Tail = [],
    };

    private InstanceState Advance(StepOutcome outcome) => state with
    {
        Status = outcome.Completion switch
        {
            Completion.Completed => OrchestrationRuntimeStatus.Completed,
            Completion.Failed => OrchestrationRuntimeStatus.Failed,
            Completion.Terminated => OrchestrationRuntimeStatus.Terminated,
            _ => OrchestrationRuntimeStatus.Running,
        },
        Output = outcome.Completion switch
        {
            Completion.Completed completed => completed.Output,
            Completion.Terminated terminated => terminated.Output,
            _ => null,
        },
        Failure = (outcome.Completion as Completion.Failed)?.Why,
        CarriedOver = [],
        Tail = [.. state.Tail, outcome.Step],
    };

    private IEnumerable<OutboxEntry> ToOthers(StepOutcome outcome) => outcome.Step.Decided.Select(decision => (OutboxEntry?)(decision switch
    {
        StartChild child => new ChildStart(
            child.Instance, child.Name, child.Input, child.Version, new(state.Name, state.Id, state.Execution, child.Id)),
        SendEvent send => new OutgoingMessage(send.Instance, Key(outcome.Step.At, send.Id), new Raise(send.Name, send.Payload)),
        _ => null,
    })).OfType<OutboxEntry>();

    private IEnumerable<OutboxEntry> ToParent(Completion? completion, DateTimeOffset now)
    {
        if (state.Parent is not { } parent || completion is null or Completion.ContinuedAsNew)
        {
            return [];
        }

        ChildEnded answer = completion switch
        {
            Completion.Completed completed => new(parent.Execution, parent.Task, completed.Output, null),
            Completion.Failed failed => new(parent.Execution, parent.Task, null, failed.Why),
            _ => new(parent.Execution, parent.Task, null, Terminated()),
        };
        return [new OutgoingMessage(parent.Instance, Key(now, 999_999), answer)];

        TaskFailureDetails Terminated() => new("Terminated", $"Sub-orchestration '{state.Id}' was terminated.", null, null, null);
    }

    private IEnumerable<OutboxEntry> ToChildren(Completion? completion, DateTimeOffset now) =>
        completion is Completion.Terminated { Recursive: true } terminated
            ? cached.Outstanding.Children.Select(child =>
                new OutgoingMessage(child.Instance, Key(now, child.Id), new Terminate(terminated.Output, terminated.Recursive)))
            : [];

    private string Key(DateTimeOffset at, int n) => HubKeys.Inbox(at, state.Execution, n);
}
