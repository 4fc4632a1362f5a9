using System.Reflection;
using DurableTask.Core;
using DurableTask.Core.History;
using FollowUp.Histories;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;

namespace FollowUp.Tests.Orchestrations.Rig;

/// <summary>The orchestrations of the app, by name.</summary>
public static class OrchestrationMethods
{
    public static IReadOnlyDictionary<string, MethodInfo> All { get; } = typeof(FollowUpServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);
}

/// <summary>Today's code of an orchestration, replayed by the SDK as the host of a history set it up.</summary>
public sealed class Replayed(RecordedHistory history)
{
    private readonly DurableTaskShimFactory shims =
        new(new DurableTaskWorkerOptions { MaximumTimerInterval = history.Hop ?? TimeSpan.MaxValue });

    /// <summary>
    /// How many timers a wait takes follows from when it ends, where it is cut into hops: there another moment would break what runs.
    /// Elsewhere it rings when it was set to.
    /// </summary>
    public string Words(RecordedEvent decision) => decision.Words(tellsDue: history.Hop is not null);

    /// <returns>What it decides beyond its past, in words.</returns>
    public IReadOnlyList<string> Decides(IEnumerable<RecordedEvent> past, IEnumerable<RecordedEvent> news)
    {
        OrchestrationRuntimeState state = new([.. past.Select(ToHistory)]);
        foreach (HistoryEvent one in news.Select(ToHistory))
        {
            state.AddEvent(one);
        }

        TaskOrchestration shim =
            shims.CreateOrchestration(history.Orchestration, new Code(OrchestrationMethods.All[history.Orchestration]));
        TaskOrchestrationExecutor executor = new(state, shim, BehaviorOnContinueAsNew.Carryover, ErrorPropagationMode.UseFailureDetails);
        return [.. executor.Execute().Actions.Select(RecordedEvent.Of).OrderBy(decision => decision.Id).Select(Words)];
    }

    private HistoryEvent ToHistory(RecordedEvent one) => one.ToHistory(history.Instance);

    private sealed class Code(MethodInfo function) : ITaskOrchestrator
    {
        public Type InputType => function.GetParameters()[1].ParameterType;

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            await (Task)function.Invoke(null, [context, input])!;
            return null;
        }
    }
}
