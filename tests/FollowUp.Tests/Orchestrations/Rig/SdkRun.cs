using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;
using CoreContext = DurableTask.Core.OrchestrationContext;

namespace FollowUp.Tests.Orchestrations.Rig;

/// <summary>
/// An orchestration's code on the SDK as Azure sets it up, where long timers are cut into hops, replayed from its history at every step.
/// Activities answer at once; time passes from timer to timer.
/// </summary>
public sealed class SdkRun(Func<TaskOrchestrationContext, Task> code, Func<string, DateTime, string> activity)
{
    public SdkRun(Func<TaskOrchestrationContext, Task> code, Func<DateTime, string> activity)
        : this(code, (_, now) => activity(now))
    {
    }

    private readonly List<HistoryEvent> history = [];
    private readonly List<CreateTimerOrchestratorAction> timers = [];

    public DateTime Now { get; set; } = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    public bool HasEnded { get; private set; }

    /// <summary>The longest history that any of its runs had.</summary>
    public int LongestHistory { get; private set; }

    public int TimesBegunAgain { get; private set; }

    public int TimersSet { get; private set; }

    public int ActivitiesCalled { get; private set; }

    public void Start() => Step(Started());

    public void Raise(string name) => Step(new EventRaisedEvent(-1, "true") { Name = name });

    /// <summary>Time passes, from timer to timer; those that the code gave up ring as well, as their messages do on Azure.</summary>
    public void Until(DateTime end)
    {
        while (!HasEnded && timers.MinBy(timer => timer.FireAt) is { } next && next.FireAt <= end)
        {
            timers.Remove(next);
            Now = next.FireAt;
            Step(new TimerFiredEvent(-1) { TimerId = next.Id });
        }

        Now = end;
    }

    private static ExecutionStartedEvent Started() =>
        new(-1, "null") { Name = "Code", OrchestrationInstance = new OrchestrationInstance { InstanceId = "one", ExecutionId = "one" } };

    private void Step(params HistoryEvent[] news)
    {
        OrchestrationRuntimeState state = new([.. history]);
        HistoryEvent[] all = [new OrchestratorStartedEvent(-1) { Timestamp = Now }, .. news];
        foreach (HistoryEvent happened in all)
        {
            state.AddEvent(happened);
        }

        TaskOrchestration shim = DurableTaskShimFactory.Default.CreateOrchestration("Code", new Code(code));
        OrchestratorAction[] actions =
        [
            .. new TaskOrchestrationExecutor(
                state, shim, BehaviorOnContinueAsNew.Carryover, ErrorPropagationMode.UseFailureDetails).Execute().Actions,
        ];
        history.AddRange(all);
        foreach (HistoryEvent answer in actions.SelectMany(Obey).ToList())
        {
            Step(answer);
        }
    }

    private IEnumerable<HistoryEvent> Obey(OrchestratorAction action)
    {
        switch (action)
        {
            case ScheduleTaskOrchestratorAction call:
                ActivitiesCalled++;
                history.Add(new TaskScheduledEvent(call.Id, call.Name!));
                yield return new TaskCompletedEvent(-1, call.Id, activity(call.Name!, Now));
                break;
            case CreateTimerOrchestratorAction timer:
                TimersSet++;
                timers.Add(timer);
                history.Add(new TimerCreatedEvent(timer.Id, timer.FireAt));
                break;
            case OrchestrationCompleteOrchestratorAction { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew }:
                LongestHistory = Math.Max(LongestHistory, history.Count);
                TimesBegunAgain++;
                history.Clear();
                timers.Clear();
                yield return Started();
                break;
            case OrchestrationCompleteOrchestratorAction end:
                end.OrchestrationStatus.Should().Be(OrchestrationStatus.Completed, end.FailureDetails?.ErrorMessage);
                HasEnded = true;
                break;
        }
    }

    private sealed class Code(Func<TaskOrchestrationContext, Task> code) : ITaskOrchestrator
    {
        public Type InputType => typeof(object);

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            CoreContext.IsOrchestratorThread.Should().BeTrue();
            await code(context);
            return null;
        }
    }
}
