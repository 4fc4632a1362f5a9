using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;

namespace FollowUp.Histories;

/// <summary>One event of a history as a file keeps it: what a replay needs of it, and nothing of when and where it was stored.</summary>
public sealed record RecordedEvent
{
    /// <summary>What happened by itself, or came from outside, has no number of its own.</summary>
    private const int NoId = -1;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required EventType Type { get; init; }

    /// <summary>What time a step believes it is.</summary>
    public DateTime? At { get; init; }

    /// <summary>The number of a decision.</summary>
    public int? Id { get; init; }

    /// <summary>The number of the decision that is answered.</summary>
    public int? Answers { get; init; }

    public string? Name { get; init; }

    /// <summary>When a timer is to ring.</summary>
    public DateTime? Due { get; init; }

    /// <summary>Of the orchestration the input, of an activity the result; undefined for none, which is not the same as a null.</summary>
    public JsonElement Payload { get; init; }

    /// <summary>Why an activity failed.</summary>
    public RecordedFailure? Failure { get; init; }

    [JsonIgnore]
    public bool IsDecision => Type is EventType.TaskScheduled or EventType.TimerCreated || IsEnd;

    [JsonIgnore]
    public bool IsEnd => Type is EventType.ExecutionCompleted or EventType.ContinueAsNew;

    /// <returns>Null for what no replay needs.</returns>
    /// <exception cref="NotSupportedException">No file tells of such a thing yet.</exception>
    public static RecordedEvent? Of(HistoryEvent happened) => happened switch
    {
        OrchestratorStartedEvent => new() { Type = happened.EventType, At = happened.Timestamp.ToUniversalTime() },
        ExecutionStartedEvent started => new() { Type = happened.EventType, Name = started.Name, Payload = Read(started.Input) },
        TaskScheduledEvent call => new() { Type = happened.EventType, Id = call.EventId, Name = call.Name },
        TaskCompletedEvent ended => new() { Type = happened.EventType, Answers = ended.TaskScheduledId, Payload = Read(ended.Result) },
        TaskFailedEvent failed =>
            new() { Type = happened.EventType, Answers = failed.TaskScheduledId, Failure = RecordedFailure.Of(failed) },
        TimerCreatedEvent timer => new() { Type = happened.EventType, Id = timer.EventId, Due = timer.FireAt.ToUniversalTime() },
        TimerFiredEvent fired => new() { Type = happened.EventType, Answers = fired.TimerId },
        EventRaisedEvent raised => new() { Type = happened.EventType, Name = raised.Name, Payload = Read(raised.Input) },
        ExecutionCompletedEvent end => new() { Type = happened.EventType, Id = end.EventId, Payload = Read(end.Result) },
        OrchestratorCompletedEvent => null,
        _ => throw new NotSupportedException($"A history has a {happened.EventType}, of which no file tells yet."),
    };

    /// <summary>An action of the code as the event that a history would tell of it; the end of a failed one has its reason.</summary>
    public static RecordedEvent Of(OrchestratorAction action) => action switch
    {
        ScheduleTaskOrchestratorAction call => new() { Type = EventType.TaskScheduled, Id = call.Id, Name = call.Name },
        CreateTimerOrchestratorAction timer => new() { Type = EventType.TimerCreated, Id = timer.Id, Due = timer.FireAt.ToUniversalTime() },
        OrchestrationCompleteOrchestratorAction { FailureDetails: { } why } end =>
            new() { Type = EventType.ExecutionFailed, Id = end.Id, Failure = new(why.ErrorType, why.ErrorMessage) },
        OrchestrationCompleteOrchestratorAction { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew } end =>
            new() { Type = EventType.ContinueAsNew, Id = end.Id, Payload = Read(end.Result) },
        OrchestrationCompleteOrchestratorAction end =>
            new() { Type = EventType.ExecutionCompleted, Id = end.Id, Payload = Read(end.Result) },
        _ => throw new NotSupportedException($"The code decides a {action.OrchestratorActionType}, of which no file tells yet."),
    };

    public HistoryEvent ToHistory(string instance) => Type switch
    {
        EventType.OrchestratorStarted => new OrchestratorStartedEvent(NoId) { Timestamp = At!.Value },
        EventType.ExecutionStarted => new ExecutionStartedEvent(NoId, Text)
        {
            Name = Name,
            OrchestrationInstance = new() { InstanceId = instance, ExecutionId = instance },
        },
        EventType.TaskScheduled => new TaskScheduledEvent(Id!.Value, Name!),
        EventType.TaskCompleted => new TaskCompletedEvent(NoId, Answers!.Value, Text),
        EventType.TaskFailed => new TaskFailedEvent(NoId, Answers!.Value, Failure!.Message, null, Failure.ToDetails()),
        EventType.TimerCreated => new TimerCreatedEvent(Id!.Value, Due!.Value),
        EventType.TimerFired => new TimerFiredEvent(NoId) { TimerId = Answers!.Value },
        EventType.EventRaised => new EventRaisedEvent(NoId, Text) { Name = Name },
        EventType.ExecutionCompleted => new ExecutionCompletedEvent(Id!.Value, Text, OrchestrationStatus.Completed),
        EventType.ContinueAsNew => new ContinueAsNewEvent(Id!.Value, Text),
        _ => throw new NotSupportedException($"No file may tell of a {Type} yet."),
    };

    /// <summary>A decision in words, as far as another one in its place would break what runs.</summary>
    /// <param name="tellsDue">Whether it counts when a timer is to ring.</param>
    public string Words(bool tellsDue) => string.Join(' ', new[]
    {
        string.Create(CultureInfo.InvariantCulture, $"{Type} #{Id}"),
        Name,
        tellsDue && Due is { } due ? string.Create(CultureInfo.InvariantCulture, $"for {due:yyyy-MM-dd HH:mm:ss.FFFFFFF}") : null,
        Type == EventType.ContinueAsNew ? $"with {Text}" : null,
        Failure is null ? null : $"with {Failure.Type}: {Failure.Message}",
    }.OfType<string>());

    private string? Text => Payload.ValueKind == JsonValueKind.Undefined ? null : JsonSerializer.Serialize(Payload);

    private static JsonElement Read(string? text) => text is null ? default : JsonSerializer.Deserialize<JsonElement>(text);
}

/// <summary>Why an activity, or the orchestration itself, failed.</summary>
public sealed record RecordedFailure(string Type, string Message)
{
    public static RecordedFailure Of(TaskFailedEvent failed) => failed.FailureDetails is { } details
        ? new(details.ErrorType, details.ErrorMessage)
        : new("", failed.Reason ?? "");

    public FailureDetails ToDetails() => new(Type, Message, stackTrace: null, innerFailure: null, isNonRetriable: false);
}
