using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace FollowUp.RealWorker.Durable;

/// <summary>The events of a history, as Azure's engine writes them.</summary>
internal static class Happened
{
    /// <summary>What answers something, or comes from outside, has no number of its own.</summary>
    private const int Unnumbered = -1;

    public static HistoryEvent Started(DateTimeOffset at, string instance, string name, string? input) => new()
    {
        EventId = Unnumbered,
        Timestamp = at.ToTimestamp(),
        ExecutionStarted = new() { Name = name, Input = input, OrchestrationInstance = new() { InstanceId = instance } },
    };

    public static HistoryEvent StepBegan(DateTimeOffset at) =>
        new() { EventId = Unnumbered, Timestamp = at.ToTimestamp(), OrchestratorStarted = new() };

    public static HistoryEvent StepEnded(DateTimeOffset at) =>
        new() { EventId = Unnumbered, Timestamp = at.ToTimestamp(), OrchestratorCompleted = new() };

    public static HistoryEvent Raised(DateTimeOffset at, string name, string? input) =>
        new() { EventId = Unnumbered, Timestamp = at.ToTimestamp(), EventRaised = new() { Name = name, Input = input } };

    public static HistoryEvent Scheduled(DateTimeOffset at, int id, ScheduleTaskAction task) =>
        new()
        {
            EventId = id,
            Timestamp = at.ToTimestamp(),
            TaskScheduled = new() { Name = task.Name, Version = task.Version, Input = task.Input }
        };

    public static HistoryEvent Completed(DateTimeOffset at, int task, string? result) =>
        new() { EventId = Unnumbered, Timestamp = at.ToTimestamp(), TaskCompleted = new() { TaskScheduledId = task, Result = result } };

    public static HistoryEvent Failed(DateTimeOffset at, int task, TaskFailureDetails failure) =>
        new()
        {
            EventId = Unnumbered,
            Timestamp = at.ToTimestamp(),
            TaskFailed = new() { TaskScheduledId = task, FailureDetails = failure }
        };

    public static HistoryEvent TimerSet(DateTimeOffset at, int id, Timestamp fireAt) =>
        new() { EventId = id, Timestamp = at.ToTimestamp(), TimerCreated = new() { FireAt = fireAt } };

    public static HistoryEvent TimerFired(DateTimeOffset at, int id, Timestamp fireAt) =>
        new() { EventId = Unnumbered, Timestamp = at.ToTimestamp(), TimerFired = new() { TimerId = id, FireAt = fireAt } };
}
