using FollowUp.AzureEngine.Tests.Rig;
using FollowUp.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.AzureEngine.Tests;

/// <summary>Nothing of this rig stands between the engine and its queues: timers come when Azure Storage delivers them.</summary>
public sealed class The_real_clock
{
    /// <summary>
    /// A queue counts whole seconds, and the engine does not look again: a timer may be this much early (it is, by up to a second).
    /// </summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_orchestration_is_started_waits_is_nudged_and_ends()
    {
        await using Hub hub = await Hub.ByTheRealClock(typeof(Rounds));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Rounds.Round), "item", new StartOrchestrationOptions("round"), Cancel);
        await hub.Client.RaiseEventAsync("round", "Nudge", true, Cancel);
        OrchestrationMetadata ended = await hub.Client.WaitForInstanceCompletionAsync("round", getInputsAndOutputs: true, Cancel);

        ended.RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
        Waited waited = ended.ReadOutputAs<Waited>()!;
        waited.For.Should().Be("item, twice looked at");
        (waited.To - waited.From).Should().BeGreaterThan(Wait - Early);
    }

    [Fact]
    public async Task What_has_ended_leaves_the_hub_a_day_later_and_what_runs_stays()
    {
        await using Hub hub = await Hub.ByTheRealClock(typeof(Rounds));
        foreach (string id in new[] { "ends", "runs" })
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Rounds.Round), "item", new StartOrchestrationOptions(id), Cancel);
        }

        await hub.Client.RaiseEventAsync("ends", "Nudge", true, Cancel);
        await hub.Client.WaitForInstanceCompletionAsync("ends", Cancel);

        await Purge(hub, TimeSpan.FromHours(23));
        (await hub.Client.GetInstanceAsync("ends", Cancel)).Should().NotBeNull("somebody may want to see what became of it");
        await Purge(hub, TimeSpan.FromHours(25));
        (await hub.Client.GetInstanceAsync("ends", Cancel)).Should().BeNull();
        (await hub.Client.GetInstanceAsync("runs", Cancel)).Should().NotBeNull();
    }

    private static Task Purge(Hub hub, TimeSpan later) =>
        new EndedInstances(new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later), NullLogger<EndedInstances>.Instance)
            .Purge(hub.Client, Cancel);

    public sealed record Waited(string For, DateTime From, DateTime To);

    public static class Rounds
    {
        [Function(nameof(Round))]
        public static async Task<Waited> Round([OrchestrationTrigger] TaskOrchestrationContext context, string item)
        {
            await context.WaitForExternalEvent<bool>("Nudge");
            string once = await context.CallActivityAsync<string>(nameof(Look), item);
            DateTime from = context.CurrentUtcDateTime;
            await context.CreateTimer(from + Wait, CancellationToken.None);
            DateTime to = context.CurrentUtcDateTime;
            string twice = await context.CallActivityAsync<string>(nameof(Look), item);
            return new($"{item}, {(once == twice ? "twice looked at" : "changed")}", from, to);
        }

        [Function(nameof(Look))]
        public static string Look([ActivityTrigger] string item) => $"{item} is there";
    }
}
