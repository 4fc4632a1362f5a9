using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>What running the code for one step led to.</summary>
/// <param name="Step">Added to the history.</param>
/// <param name="Completion">Null while the code waits for more.</param>
/// <param name="WaitsForAnEvent">Whether an event could make it go on.</param>
internal sealed record StepOutcome(Step Step, Completion? Completion, string? CustomStatus, bool WaitsForAnEvent = false);

/// <summary>
/// An orchestrator's code in the hands of the SDK. The first step replays the whole history; a session that is kept between steps
/// (Durable Task: an extended session) goes on where it was, at the same cost however long the history is. Not thread-safe.
/// </summary>
internal sealed class OrchestratorSession(
    Func<TaskOrchestrationContext, Task<object?>> code,
    InstanceState instance,
    DurableTaskShimFactory shims,
    DataConverter converter,
    ILoggerFactory loggers)
    : ITaskOrchestrator
{
    private static readonly Dictionary<string, object?> NoProperties = [];

    private readonly HistoryTranslator translator = new(instance);
    private OrchestrationRuntimeState? state;
    private TaskOrchestrationExecutor? executor;
    private ObservedContext? context;

    // ObservedContext reads the input, once the code says which type it has.
    Type ITaskOrchestrator.InputType => typeof(object);

    Type ITaskOrchestrator.OutputType => typeof(object);

    /// <param name="before">What it waited for before this step.</param>
    public StepOutcome Run(IReadOnlyList<Step> history, OutstandingTasks before, IReadOnlyList<IncomingEvent> fresh, DateTimeOffset now)
    {
        try
        {
            return ReplayHistory(history, out List<Decision> unrecorded) is { } disagreement
                ? Failed(disagreement, fresh, now)
                : RunNewEvents(unrecorded, before, fresh, now);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // The executor throws where something cannot be read, say an event of another type. A retry would not help.
            return Failed(unreadable.ToFailure(), fresh, now);
        }
        finally
        {
            ReleaseEvents();
        }
    }

    Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext inner, object? input) =>
        code(context = new ObservedContext(inner, instance.Input, converter, loggers));

    /// <param name="unrecorded">Decisions that the replay made beyond those in the history.</param>
    /// <returns>How the code disagrees with its history; null where it does not, or was replayed before.</returns>
    private TaskFailureDetails? ReplayHistory(IReadOnlyList<Step> history, out List<Decision> unrecorded)
    {
        unrecorded = [];
        if (executor is not null || history.Count == 0)
        {
            return null;
        }

        state = new([.. history.SelectMany(translator.ToHistory)]);
        executor = NewExecutor(state);
        OrchestratorAction[] actions = [.. executor.Execute().Actions];
        context?.TakeCancelledTimers();
        unrecorded = [.. actions.Select(translator.ToDecision).OfType<Decision>()];
        return actions.OfType<OrchestrationCompleteOrchestratorAction>().SingleOrDefault() switch
        {
            null => null,
            { FailureDetails: { } failure } => failure.ToFailure(),
            { Id: var id } => new NonDeterministicOrchestrationException(
                id, $"Orchestration '{instance.Id}' ends where its history goes on.").ToFailure(),
        };
    }

    private StepOutcome RunNewEvents(
        List<Decision> unrecorded, OutstandingTasks before, IReadOnlyList<IncomingEvent> fresh, DateTimeOffset now)
    {
        HistoryEvent[] news = [.. translator.ToHistory(fresh, now)];
        state ??= new();
        foreach (HistoryEvent happened in news)
        {
            state.AddEvent(happened);
        }

        OrchestratorExecutionResult result = (executor ??= NewExecutor(state)).ExecuteNewEvents();

        // Copied at once: code that left the orchestrator thread may add to them.
        OrchestratorAction[] actions = [.. result.Actions];
        Step step = new(now, fresh, [.. unrecorded, .. actions.Select(translator.ToDecision).OfType<Decision>()]);
        Completion? completion = actions.OfType<OrchestrationCompleteOrchestratorAction>().SingleOrDefault() is { } end
            ? ToCompletion(end, step, news)
            : null;
        step = completion is Completion.ContinuedAsNew
            ? step with { Decided = [.. step.Decided.Where(decision => !IsForItself(decision))] }
            : step with { Decided = [.. step.Decided, .. before.CancelledBy(step, context?.TakeCancelledTimers() ?? [])] };
        return new(step, completion, result.CustomStatus, context is { WaitsForAnEvent: true });
    }

    private Completion ToCompletion(OrchestrationCompleteOrchestratorAction end, Step step, HistoryEvent[] news) =>
        end.OrchestrationStatus switch
        {
            // It was requested in an earlier step and had to wait for outstanding tasks; the executor forgets it between steps.
            OrchestrationStatus.Completed when context?.ContinueAsNewRequest is { } again =>
                new Completion.ContinuedAsNew(converter.Serialize(again.NewInput), again.NewVersion, [.. CarriedOver(end, step, news)]),
            OrchestrationStatus.Completed => new Completion.Completed(end.Result),
            OrchestrationStatus.ContinuedAsNew =>
                new Completion.ContinuedAsNew(end.Result, end.NewVersion, [.. CarriedOver(end, step, news)]),
            _ => new Completion.Failed(end.FailureDetails!.ToFailure()),
        };

    /// <summary>
    /// Unread events, which the next execution begins with: those that came before ContinueAsNew, which the SDK has the code send to
    /// itself, and those that came after.
    /// </summary>
    private IEnumerable<EventRaised> CarriedOver(OrchestrationCompleteOrchestratorAction end, Step step, HistoryEvent[] news) =>
    [
        .. step.Decided.Where(IsForItself).Cast<SendEvent>()
            .Select(send => new EventRaised(send.Name, send.Payload, $"{instance.Execution}|{send.Id}")),
        // The first of the new events only says that a step began.
        .. end.CarryoverEvents.Select(late => (EventRaised)step.Happened[Array.IndexOf(news, late) - 1]),
    ];

    private bool IsForItself(Decision decision) => decision is SendEvent send && send.Instance == instance.Id;

    private StepOutcome Failed(TaskFailureDetails why, IReadOnlyList<IncomingEvent> fresh, DateTimeOffset now) =>
        new(new(now, fresh, []), new Completion.Failed(why), instance.CustomStatus);

    private TaskOrchestrationExecutor NewExecutor(OrchestrationRuntimeState runtimeState) => new(
        runtimeState,
        shims.CreateOrchestration(
            instance.Name, this, NoProperties, instance.Parent is { } parent ? new(parent.Name, parent.Instance) : null),
        BehaviorOnContinueAsNew.Carryover,
        ErrorPropagationMode.UseFailureDetails);

    /// <summary>Events are not needed again once they were run; keeping them would be most of the memory of a waiting instance.</summary>
    private void ReleaseEvents()
    {
        state?.Events.Clear();
        state?.PastEvents.Clear();
        state?.NewEvents.Clear();
    }
}
