using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>One call of an activity.</summary>
internal sealed record ActivityCall(string Name, string Instance, string? Input, CancellationToken Abandoned);

/// <summary>One run of an orchestrator's code, from its beginning.</summary>
/// <param name="Scope">Disposed of after the step; null where the code needs no services, and can be kept as a session.</param>
internal sealed record OrchestratorRun(Func<TaskOrchestrationContext, Task<object?>> Code, IDisposable? Scope = null);

/// <summary>The orchestrators and activities of the app, by name, whatever its case. The engine knows nothing else of the app.</summary>
internal sealed class FunctionRegistry
{
    private readonly Dictionary<string, Func<OrchestratorRun>> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, Task<object?>>> activities = new(StringComparer.OrdinalIgnoreCase);

    public void AddOrchestrator(string name, Func<OrchestratorRun> newRun) => orchestrators.Add(name, newRun);

    public void AddActivity(string name, Func<ActivityCall, Task<object?>> code) => activities.Add(name, code);

    /// <exception cref="FunctionNotFoundException">Thrown when the code runs, so that the instance fails and says why.</exception>
    public OrchestratorRun NewRun(string orchestrator) => orchestrators.TryGetValue(orchestrator, out Func<OrchestratorRun>? newRun)
        ? newRun()
        : new(_ => throw new FunctionNotFoundException("orchestrator", orchestrator));

    public Func<ActivityCall, Task<object?>> FindActivity(string name) =>
        activities.GetValueOrDefault(name) ?? (_ => throw new FunctionNotFoundException("activity", name));
}
