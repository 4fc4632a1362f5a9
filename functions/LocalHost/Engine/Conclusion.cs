using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>Turns the outcome of a step into how the instance stands afterwards, and into what others must hear of it.</summary>
internal sealed class Conclusion(WarmInstance warm, Func<string> newExecution)
{
    private readonly InstanceState state = warm.State;

    public Turn Of(StepOutcome outcome, IReadOnlyList<string> consumed)
    {
        DateTimeOffset now = outcome.Step.At;
        InstanceState next = (outcome.Ending is Ending.ContinuedAsNew again ? BegunAgain(again) : Advanced(outcome)) with
        {
            UpdatedAt = now,
            CustomStatus = outcome.CustomStatus,
            Outbox = [.. ToOthers(outcome), .. ToParent(outcome.Ending, now), .. ToChildren(outcome.Ending, now)],
        };
        Step? step = outcome.Ending is Ending.ContinuedAsNew ? null : outcome.Step;
        return new(next with { WorkAt = NextWork(next, step, now) }, step, consumed);
    }

    /// <summary>When an instance must be looked at though nobody tells it anything; from then on it survives a crash.</summary>
    public static DateTimeOffset? NextWork(InstanceState state, Pending pending, DateTimeOffset now) => state switch
    {
        { Outbox.Count: > 0 } => now,
        { HasEnded: true } => null,
        { HasStarted: false } => state.StartAt > now ? state.StartAt : now,
        _ => pending.Activities.Count > 0 ? now : pending.NextTimer,
    };

    private DateTimeOffset? NextWork(InstanceState next, Step? step, DateTimeOffset now) =>
        NextWork(next, step is null ? new() : warm.Pending.With(step), now);

    private InstanceState BegunAgain(Ending.ContinuedAsNew again) => state with
    {
        Execution = newExecution(),
        Status = OrchestrationRuntimeStatus.Running,
        Input = again.Input,
        Version = again.Version ?? state.Version,
        Kept = again.Kept,
        FirstPage = state.NextPage,
        Tail = [],
    };

    private InstanceState Advanced(StepOutcome outcome) => state with
    {
        Status = outcome.Ending switch
        {
            Ending.Completed => OrchestrationRuntimeStatus.Completed,
            Ending.Failed => OrchestrationRuntimeStatus.Failed,
            Ending.Terminated => OrchestrationRuntimeStatus.Terminated,
            _ => OrchestrationRuntimeStatus.Running,
        },
        Output = outcome.Ending switch
        {
            Ending.Completed completed => completed.Output,
            Ending.Terminated terminated => terminated.Output,
            _ => null,
        },
        Failure = (outcome.Ending as Ending.Failed)?.Why,
        Kept = [],
        Tail = [.. state.Tail, outcome.Step],
    };

    private IEnumerable<Outgoing> ToOthers(StepOutcome outcome) => outcome.Step.Decided.Select(decision => (Outgoing?)(decision switch
    {
        StartChild child => new Birth(
            child.Instance, child.Name, child.Input, child.Version, new(state.Name, state.Id, state.Execution, child.Id)),
        SendEvent send => new Letter(send.Instance, Key(outcome.Step.At, send.Id), new Raise(send.Name, send.Payload)),
        _ => null,
    })).OfType<Outgoing>();

    private IEnumerable<Outgoing> ToParent(Ending? ending, DateTimeOffset now)
    {
        if (state.Parent is not { } parent || ending is null or Ending.ContinuedAsNew)
        {
            return [];
        }

        ChildEnded answer = ending switch
        {
            Ending.Completed completed => new(parent.Execution, parent.Task, completed.Output, null),
            Ending.Failed failed => new(parent.Execution, parent.Task, null, failed.Why),
            _ => new(parent.Execution, parent.Task, null, new("Terminated", $"Sub-orchestration '{state.Id}' was terminated.", null, null, null)),
        };
        return [new Letter(parent.Instance, Key(now, 999_999), answer)];
    }

    private IEnumerable<Outgoing> ToChildren(Ending? ending, DateTimeOffset now) => ending is Ending.Terminated { Recursive: true } terminated
        ? warm.Pending.Children.Select(child =>
            new Letter(child.Instance, Key(now, child.Id), new Terminate(terminated.Output, terminated.Recursive)))
        : [];

    private string Key(DateTimeOffset at, int n) => HubKeys.Inbox(at, state.Execution, n);
}
