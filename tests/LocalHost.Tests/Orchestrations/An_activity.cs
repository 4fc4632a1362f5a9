using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class An_activity
{
    [Fact]
    public async Task answers_the_orchestrator_that_called_it()
    {
        await using TestHost host = await TestHost.Start(typeof(Greetings));

        string id = await host.Run("Greet", "Nia");

        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
        (await host.See(id)).ReadOutputAs<string>().Should().Be("Hello, Nia");
    }

    public static class Greetings
    {
        [Function("Greet")]
        public static Task<string> Greet([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            context.CallActivityAsync<string>("Hello", name);

        [Function("Hello")]
        public static string Hello([ActivityTrigger] string name) => $"Hello, {name}";
    }
}
