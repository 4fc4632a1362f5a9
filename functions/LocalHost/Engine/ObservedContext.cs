using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;
using CoreContext = DurableTask.Core.OrchestrationContext;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// The SDK's context as an orchestrator's code sees it on this host. It records what the SDK reports no action for: cancelled timers,
/// which need not fire, and whether the code awaits an event.
/// </summary>
internal sealed class ObservedContext(TaskOrchestrationContext inner, string? input, DataConverter converter, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    private readonly List<(DateTime Due, Task Timer)> timers = [];
    private readonly List<Task> events = [];

    public override TaskName Name => inner.Name;

    public override string InstanceId => inner.InstanceId;

    public override ParentOrchestrationInstance? Parent => inner.Parent;

    public override DateTime CurrentUtcDateTime => inner.CurrentUtcDateTime;

    public override bool IsReplaying => inner.IsReplaying;

    public override string Version => inner.Version;

    public override IReadOnlyDictionary<string, object?> Properties => inner.Properties;

    public override TaskOrchestrationEntityFeature Entities => throw new NotSupportedException("There are no entities on this host.");

    protected override ILoggerFactory LoggerFactory => loggers;

    /// <summary>With what the code called ContinueAsNew; null where it did not.</summary>
    public ContinueAsNewOptions? ContinueAsNewRequest { get; private set; }

    public bool WaitsForAnEvent => events.Exists(raised => !raised.IsCompleted);

    /// <summary>When the timers were due that the code has cancelled since the last call.</summary>
    public List<DateTime> TakeCancelledTimers()
    {
        events.RemoveAll(raised => raised.IsCompleted);
        List<DateTime> cancelled = [.. timers.Where(timer => timer.Timer.IsCanceled).Select(timer => timer.Due)];
        timers.RemoveAll(timer => timer.Timer.IsCompleted);
        return cancelled;
    }

    // The SDK reads the input before the code has said which type it has.
    public override T GetInput<T>() => input is null ? default! : converter.Deserialize<T>(input)!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        Inner.CallActivityAsync<TResult>(name, input, options);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        Inner.CallSubOrchestratorAsync<TResult>(orchestratorName, input, options);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Task timer = Inner.CreateTimer(fireAt, cancellationToken);
        timers.Add((fireAt.ToUniversalTime(), timer));
        return timer;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Task<T> raised = Inner.WaitForExternalEvent<T>(eventName, cancellationToken);
        events.Add(raised);
        return raised;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Inner.SendEvent(instanceId, eventName, payload);

    public override void SetCustomStatus(object? customStatus) => Inner.SetCustomStatus(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        Inner.ContinueAsNew(options);
        ContinueAsNewRequest = options;
    }

    public override Guid NewGuid() => Inner.NewGuid();

    /// <summary>
    /// Checked by whatever makes a decision: code that awaited a foreign task is on another thread by now, and no replay repeats what it
    /// does there.
    /// </summary>
    private TaskOrchestrationContext Inner => CoreContext.IsOrchestratorThread ? inner : throw new NotDurableException(inner.InstanceId);
}
