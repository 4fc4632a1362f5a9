using System.Text.Json;
using DurableTask.Core;
using FollowUp.LocalHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;

namespace FollowUp.AzureEngine;

/// <summary>The app's orchestrators as the engine knows them. Each run gets a fresh one, since the SDK's keeps its state.</summary>
internal sealed class Orchestrations(
    FunctionRegistry functions, DurableTaskShimFactory shims, DataConverter converter, ILoggerFactory loggers)
    : INameVersionObjectManager<TaskOrchestration>
{
    public void Add(ObjectCreator<TaskOrchestration> creator) => throw new NotSupportedException("The app's functions are all there are.");

    public TaskOrchestration GetObject(string name, string? version) =>
        shims.CreateOrchestration(name, new Orchestrator(functions.NewRun(name), converter, loggers));

    private sealed class Orchestrator(OrchestratorRun run, DataConverter converter, ILoggerFactory loggers) : ITaskOrchestrator
    {
        Type ITaskOrchestrator.InputType => typeof(JsonElement?);

        Type ITaskOrchestrator.OutputType => typeof(object);

        Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input) => run.Scope is null
            ? run.Code(new ObservedContext(context, Texts.Of(input), converter, loggers))
            : throw new NotSupportedException("Orchestrators that ask for services are none of this rig's.");
    }
}

/// <summary>The app's activities as the engine knows them.</summary>
internal sealed class ActivityShims(FunctionRegistry functions, DurableTaskShimFactory shims) : INameVersionObjectManager<TaskActivity>
{
    public void Add(ObjectCreator<TaskActivity> creator) => throw new NotSupportedException("The app's functions are all there are.");

    public TaskActivity GetObject(string name, string? version) => shims.CreateActivity(name, new Activity(name, functions));

    private sealed class Activity(string name, FunctionRegistry functions) : ITaskActivity
    {
        Type ITaskActivity.InputType => typeof(JsonElement?);

        Type ITaskActivity.OutputType => typeof(object);

        Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input) =>
            functions.FindActivity(name)(new(name, context.InstanceId, Texts.Of(input), CancellationToken.None));
    }
}

/// <summary>The SDK reads an input before a function says of what type it is; what it read is JSON still.</summary>
internal static class Texts
{
    public static string? Of(object? input) => input is JsonElement { ValueKind: not JsonValueKind.Null } json ? json.GetRawText() : null;
}
