using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class Awaiting_something
{
    [Theory]
    [InlineData("Runs")]
    [InlineData("Delays")]
    [InlineData("Configures")]
    [InlineData("DelaysBesideAWaiter")]
    public async Task that_is_not_durable_fails_its_orchestration_and_says_so(string orchestrator)
    {
        await using TestHost host = await TestHost.Start(typeof(Careless), typeof(Work));

        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, TestContext.Current.CancellationToken);
        OrchestrationMetadata seen = await host.Client.WaitForInstanceCompletionAsync(id, TestContext.Current.CancellationToken);

        seen.FailureDetails!.ErrorType.Should().Be(typeof(NotDurableException).FullName);
        seen.FailureDetails.ErrorMessage.Should().Contain("awaited something other than a task of its context");
    }

    public static class Careless
    {
        [Function("Runs")]
        public static async Task Runs([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await Task.Run(() => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
            await context.CallActivityAsync("First");
        }

        [Function("Delays")]
        public static Task Delays([OrchestrationTrigger] TaskOrchestrationContext context) =>
            Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);

        [Function("Configures")]
        public static async Task Configures([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("First").ConfigureAwait(false);
            await context.CallActivityAsync("Second");
        }

        [Function("DelaysBesideAWaiter")]
        public static async Task DelaysBesideAWaiter([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<object> waiter = context.WaitForExternalEvent<object>("go");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            await waiter;
        }
    }

    public static class Work
    {
        [Function("First")]
        public static string First([ActivityTrigger] object? input) => "First";

        [Function("Second")]
        public static string Second([ActivityTrigger] object? input) => "Second";
    }
}
