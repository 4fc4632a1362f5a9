using FollowUp.Sweeps.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.Sweeps.Scenarios;

/// <summary>The engine alone, with nothing above it.</summary>
internal static class OfTheEngine
{
    private static readonly Type[] Alone = [typeof(Orders), typeof(Work)];

    private static readonly OrchestrationRuntimeStatus[] Any = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses];

    public static IEnumerable<Scenario> All =>
    [
        Of("engine-start-and-activities", Nothing, stage => Start(stage, nameof(Orders.TwoSteps))),
        Of("engine-event", stage => Start(stage, nameof(Orders.Waits)),
            stage => stage.Tell(hub => hub.RaiseEventAsync(nameof(Orders.Waits), "go", "gone"))),
        Of("engine-timer", stage => Start(stage, nameof(Orders.Sleeps)), stage => stage.Minutes(6)),
        Of("engine-sub-orchestrations", Nothing, stage => Start(stage, nameof(Orders.Parent))),
        Of("engine-continue-as-new", Nothing, stage => Start(stage, nameof(Orders.Counts))),
        Of("engine-retry", Nothing, async stage =>
        {
            await Start(stage, nameof(Orders.Insists));
            await stage.Minutes(2);
        }),
        Of("engine-suspend-resume-terminate", async stage =>
        {
            await Start(stage, nameof(Orders.Waits));
            await Start(stage, nameof(Orders.Sleeps));
        }, async stage =>
        {
            await stage.Tell(hub => hub.SuspendInstanceAsync(nameof(Orders.Waits)));
            await stage.Tell(hub => hub.ResumeInstanceAsync(nameof(Orders.Waits)));
            await stage.Tell(hub => hub.RaiseEventAsync(nameof(Orders.Waits), "go", "gone"));
            await stage.Tell(hub => hub.TerminateInstanceAsync(nameof(Orders.Sleeps), "enough"));
        }),
        Of("engine-purge", stage => Start(stage, nameof(Orders.Parent)),
            stage => stage.Tell(hub => hub.PurgeInstanceAsync(nameof(Orders.Parent), new PurgeInstanceOptions { Recursive = true }))),
        Of("engine-host-replaced", stage => Start(stage, nameof(Orders.Sleeps)), async stage =>
        {
            await stage.Down();
            await stage.Open();
            await stage.Minutes(6);
        }),
    ];

    private static Scenario Of(string name, Func<Stage, Task> before, Func<Stage, Task> act) =>
        new(name, before, act) { Functions = Alone };

    private static Task Nothing(Stage stage) => Task.CompletedTask;

    /// <summary>Whoever does not know whether it was started starts it again under the same id.</summary>
    private static Task Start(Stage stage, string orchestrator) => stage.Tell(async hub =>
    {
        try
        {
            _ = await hub.ScheduleNewOrchestrationInstanceAsync(
                orchestrator, null, new StartOrchestrationOptions(orchestrator).WithDedupeStatuses(Any));
        }
        catch (DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException)
        {
            // It was.
        }
    });

    public static class Orders
    {
        [Function(nameof(TwoSteps))]
        public static async Task<string> TwoSteps([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.CallActivityAsync<string>(nameof(Work), "one") + await context.CallActivityAsync<string>(nameof(Work), "two");

        [Function(nameof(Waits))]
        public static async Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.CallActivityAsync<string>(nameof(Work), await context.WaitForExternalEvent<string>("go"));

        [Function(nameof(Sleeps))]
        public static async Task<string> Sleeps([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(4), CancellationToken.None);
            return await context.CallActivityAsync<string>(nameof(Work), "awake");
        }

        [Function(nameof(Parent))]
        public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            string[] said =
                await Task.WhenAll(
                    new[] { "left", "right" }
                        .Select(child => context.CallSubOrchestratorAsync<string>(
                            nameof(Child), child, new SubOrchestrationOptions(instanceId: $"child-{child}"))));
            return string.Join(' ', said);
        }

        [Function(nameof(Child))]
        public static async Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            await context.CallActivityAsync<string>(nameof(Work), name);

        [Function(nameof(Counts))]
        public static async Task<string> Counts([OrchestrationTrigger] TaskOrchestrationContext context, int count)
        {
            _ = await context.CallActivityAsync<string>(nameof(Work), $"count {count}");
            if (count == 3)
            {
                return "counted";
            }

            context.ContinueAsNew(count + 1);
            return "";
        }

        [Function(nameof(Insists))]
        public static Task<string> Insists([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>(nameof(Work.FailsTwice),
                TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(5))));
    }

    public sealed class Work(Diary diary)
    {
        [Function(nameof(Work))]
        public string Do([ActivityTrigger] string what)
        {
            diary.Write(what);
            return what.ToUpperInvariant();
        }

        [Function(nameof(FailsTwice))]
        public string FailsTwice([ActivityTrigger] string? input) =>
            diary.WriteOnce("first try") || diary.WriteOnce("second try") ? throw new InvalidOperationException("not yet") : "at last";
    }
}
