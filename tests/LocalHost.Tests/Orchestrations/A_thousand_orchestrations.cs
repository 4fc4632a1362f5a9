using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class A_thousand_orchestrations
{
    [Fact]
    public async Task started_at_once_all_finish()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Sleeps", n, new StartOrchestrationOptions($"item-{n}"), TestContext.Current.CancellationToken)));
        await host.Still();
        await host.Pass(TimeSpan.FromDays(1));

        OrchestrationQuery finished = new(Statuses: [OrchestrationRuntimeStatus.Completed], PageSize: 1000);
        (await host.Client.GetAllInstancesAsync(finished).CountAsync(TestContext.Current.CancellationToken)).Should().Be(1000);
    }

    [Fact]
    public async Task more_than_memory_keeps_warm_are_read_again_when_they_wake()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(n => host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Waits", n, new StartOrchestrationOptions($"item-{n}"), TestContext.Current.CancellationToken)));
        await host.Still();

        await Task.WhenAll(Enumerable.Range(0, 1100).Select(n =>
            host.Client.RaiseEventAsync($"item-{n}", "go", cancellation: TestContext.Current.CancellationToken)));
        await host.Still();

        OrchestrationQuery finished = new(Statuses: [OrchestrationRuntimeStatus.Completed], PageSize: 1000);
        (await host.Client.GetAllInstancesAsync(finished).CountAsync(TestContext.Current.CancellationToken)).Should().Be(1100);
    }

    public static class Simple
    {
        [Function("Sleeps")]
        public static async Task<int> Sleeps([OrchestrationTrigger] TaskOrchestrationContext context, int n)
        {
            int next = await context.CallActivityAsync<int>("AddOne", n);
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return next;
        }

        [Function("AddOne")]
        public static int AddOne([ActivityTrigger] int n) => n + 1;

        [Function("Waits")]
        public static Task Waits([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<object>("go");
    }
}
