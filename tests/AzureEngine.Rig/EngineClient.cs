using System.Security.Cryptography;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.AzureEngine;

/// <summary>The client that functions are given: what the Functions host does for them, without the protocol in between.</summary>
/// <param name="held">Where delayed starts wait; null where the queues keep them.</param>
/// <param name="withholds">As <see cref="EnginePlan.Withholds"/> says.</param>
internal sealed class EngineClient(
    AzureStorageOrchestrationService service, HeldMessages? held, DataConverter converter, Func<string, bool> withholds)
    : DurableTaskClient("azure")
{
    /// <summary>What has no number of its own.</summary>
    private const int NoId = -1;

    private static readonly string[] Unfinished =
        [nameof(OrchestrationStatus.Pending), nameof(OrchestrationStatus.Running), nameof(OrchestrationStatus.Suspended)];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        OrchestrationInstance instance = new() { InstanceId = options?.InstanceId ?? NewName(), ExecutionId = NewName() };
        ExecutionStartedEvent started = new(NoId, converter.Serialize(input))
        {
            Name = orchestratorName.Name,
            Version = options?.Version?.Version ?? "",
            OrchestrationInstance = instance,
            ScheduledStartTime = options?.StartAt?.UtcDateTime,
        };
        if (withholds(orchestratorName.Name))
        {
            return instance.InstanceId;
        }

        TaskMessage message = new() { OrchestrationInstance = instance, Event = started };
        OrchestrationStatus[] refused =
            [.. (options?.DedupeStatuses ?? Unfinished).Select(status => Enum.Parse<OrchestrationStatus>(status, ignoreCase: true))];
        await (held?.Start(message, refused) ?? service.CreateTaskOrchestrationAsync(message, refused));
        return instance.InstanceId;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        TaskMessage message = new()
        {
            OrchestrationInstance = new() { InstanceId = instanceId },
            Event = new EventRaisedEvent(NoId, converter.Serialize(eventPayload)) { Name = eventName },
        };
        return held?.Send(message) ?? service.SendTaskOrchestrationMessageAsync(message);
    }

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        IList<OrchestrationState?> found = (await service.GetOrchestrationStateAsync(instanceId, allExecutions: false))!;
        return found.SingleOrDefault() is not { } state ? null : new(state.Name, instanceId)
        {
            DataConverter = converter,
            RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(state.OrchestrationStatus.ToString()),
            CreatedAt = new(state.CreatedTime),
            LastUpdatedAt = new(state.LastUpdatedTime),
            SerializedInput = getInputsAndOutputs ? state.Input : null,
            SerializedOutput = getInputsAndOutputs ? state.Output : null,
        };
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        await service.WaitForOrchestrationAsync(instanceId, executionId: "", Timeout.InfiniteTimeSpan, cancellation);
        return (await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation))!;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw NotUsed();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw NotUsed();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw NotUsed();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new EngineInstances(service, filter ?? new());

    public override async Task<Microsoft.DurableTask.Client.PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new((await service.PurgeInstanceHistoryAsync(instanceId)).InstancesDeleted);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NotSupportedException NotUsed() =>
        new("The app does not use this; a rig that pretended to have it would not be tested.");

    private static string NewName() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
