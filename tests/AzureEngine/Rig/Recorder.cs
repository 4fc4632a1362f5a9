using System.Collections.Concurrent;
using DurableTask.Core;
using FollowUp.Histories;

namespace FollowUp.AzureEngine.Tests.Rig;

/// <summary>Keeps every history that Azure's engine writes, one for each execution: its storage forgets those that began anew.</summary>
public sealed class Recorder
{
    /// <summary>The SDK's own, unless told otherwise.</summary>
    private static readonly TimeSpan Hop = TimeSpan.FromDays(3);

    private readonly ConcurrentDictionary<(string Instance, string Execution), OrchestrationRuntimeState> latest = [];

    /// <summary>In the order of their instances and their beginnings.</summary>
    public IReadOnlyList<RecordedHistory> All =>
        [.. latest.Values.Select(Read).OrderBy(history => history.Instance, StringComparer.Ordinal).ThenBy(history => history.Steps[0].At)];

    /// <summary>The engine adds what the code decides to the history that it shows here.</summary>
    public void See(OrchestrationRuntimeState history) =>
        latest[(history.OrchestrationInstance!.InstanceId, history.OrchestrationInstance.ExecutionId)] = history;

    private static RecordedHistory Read(OrchestrationRuntimeState history) => new()
    {
        Orchestration = history.Name,
        Instance = history.OrchestrationInstance!.InstanceId,
        Hop = Hop,
        Events = [.. history.Events.Select(RecordedEvent.Of).OfType<RecordedEvent>()],
    };
}
