using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Translates steps, as the hub stores them, to the SDK's history events, and the SDK's actions to decisions.</summary>
/// <param name="instance">Whose steps they are.</param>
internal sealed class HistoryTranslator(InstanceState instance)
{
    /// <summary>The SDK's id of events that have none.</summary>
    private const int NoId = -1;

    /// <summary>
    /// The SDK has different events for the end of a sub-orchestration and of an activity; a step stores both as the end of a task.
    /// </summary>
    private readonly HashSet<int> children = [];

    /// <summary>A recorded step: its events, then the decisions that the replay must repeat.</summary>
    public IEnumerable<HistoryEvent> ToHistory(Step step) =>
        [.. ToHistory(step.Happened, step.At), .. step.Decided.Select(ToHistoryEvent).OfType<HistoryEvent>()];

    public IEnumerable<HistoryEvent> ToHistory(IEnumerable<IncomingEvent> happened, DateTimeOffset at) =>
        [new OrchestratorStartedEvent(NoId) { Timestamp = at.UtcDateTime }, .. happened.Select(ToHistoryEvent)];

    /// <returns>Null for the end of the orchestration, which is no decision.</returns>
    public Decision? ToDecision(OrchestratorAction action)
    {
        switch (action)
        {
            case ScheduleTaskOrchestratorAction call:
                return new CallActivity(call.Id, call.Name!, OnlyElement(call.Input));
            case CreateTimerOrchestratorAction timer:
                return new SetTimer(timer.Id, timer.FireAt.ToUniversalTime());
            case CreateSubOrchestrationAction child:
                children.Add(child.Id);
                return new StartChild(child.Id, child.Name!, child.InstanceId!, child.Input, child.Version ?? "");
            case SendEventOrchestratorAction send:
                return new SendEvent(send.Id, send.Instance!.InstanceId, send.EventName!, send.EventData);
            default:
                return null;
        }
    }

    private HistoryEvent ToHistoryEvent(IncomingEvent incoming) => incoming switch
    {
        Started => new ExecutionStartedEvent(NoId, input: null)
        {
            Name = instance.Name,
            Version = instance.Version,
            OrchestrationInstance = new OrchestrationInstance { InstanceId = instance.Id, ExecutionId = instance.Execution },
        },
        TaskEnded { Failure: { } failure } failed when children.Contains(failed.Id) =>
            new SubOrchestrationInstanceFailedEvent(NoId, failed.Id, failure.ErrorMessage, details: null, failure.ToCore()),
        TaskEnded { Failure: { } failure } failed =>
            new TaskFailedEvent(NoId, failed.Id, failure.ErrorMessage, details: null, failure.ToCore()),
        TaskEnded ended when children.Contains(ended.Id) => new SubOrchestrationInstanceCompletedEvent(NoId, ended.Id, ended.Result),
        TaskEnded ended => new TaskCompletedEvent(NoId, ended.Id, ended.Result),
        TimerFired fired => new TimerFiredEvent(NoId) { TimerId = fired.Id },
        EventRaised raised => new EventRaisedEvent(NoId, raised.Payload) { Name = raised.Name },
        _ => throw new InvalidOperationException($"No history tells of {incoming}."),
    };

    private HistoryEvent? ToHistoryEvent(Decision decision)
    {
        switch (decision)
        {
            case CallActivity call:
                return new TaskScheduledEvent(call.Id, call.Name);
            case SetTimer timer:
                return new TimerCreatedEvent(timer.Id, timer.Due.UtcDateTime);
            case StartChild child:
                children.Add(child.Id);
                return new SubOrchestrationInstanceCreatedEvent(child.Id) { Name = child.Name, InstanceId = child.Instance };
            case SendEvent send:
                return new EventSentEvent(send.Id) { InstanceId = send.Instance, Name = send.Name };
            default:
                // The SDK has no event for a cancelled timer: the code cancels it again in the replay.
                return null;
        }
    }

    /// <summary>The SDK writes the input of an activity as an array of one.</summary>
    private static string? OnlyElement(string? array) => array is null or "[null]" ? null : array[1..^1];
}
