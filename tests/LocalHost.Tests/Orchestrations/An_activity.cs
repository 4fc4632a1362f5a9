using System.Collections.Concurrent;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class An_activity
{
    private readonly Attempts attempts = new();

    [Fact]
    public async Task answers_the_orchestrator_that_called_it()
    {
        await using TestHost host = await Start();

        string id = await host.Run("Greet", "Nia");

        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
        (await host.See(id)).ReadOutputAs<string>().Should().Be("Hello, Nia");
    }

    [Fact]
    public async Task takes_and_gives_any_JSON_type()
    {
        await using TestHost host = await Start();

        string id = await host.Run("Visits", new Visit("Beijing", 3));

        (await host.See(id)).ReadOutputAs<Visit>().Should().Be(new Visit("Beijing!", 4));
    }

    [Fact]
    public async Task may_itself_use_the_durable_client()
    {
        await using TestHost host = await Start();

        await host.Run("Fathers", "child");

        (await host.See("child")).ReadOutputAs<string>().Should().Be("Hello, child");
    }

    [Fact]
    public async Task that_fails_fails_its_caller_with_the_type_the_message_and_the_cause()
    {
        await using TestHost host = await Start();

        string id = await host.Run("Careless");

        OrchestrationMetadata seen = await host.See(id);
        seen.RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Failed);
        seen.FailureDetails!.ErrorType.Should().Be(typeof(TaskFailedException).FullName);
        seen.FailureDetails.ErrorMessage.Should().Be("Task 'Fail' (#0) failed with an unhandled exception: The server is away.");
        seen.FailureDetails.InnerFailure!.ErrorType.Should().Be(typeof(TimeoutException).FullName);
        seen.FailureDetails.InnerFailure.InnerFailure!.ErrorMessage.Should().Be("The cable is cut.");
        seen.FailureDetails.InnerFailure.IsCausedBy<SystemException>().Should().BeTrue();
    }

    [Fact]
    public async Task that_does_not_exist_fails_its_caller_by_name()
    {
        await using TestHost host = await Start();

        string id = await host.Run("Misspelt");

        (await host.See(id)).FailureDetails!.ErrorMessage.Should().Contain("There is no activity named 'Helo'");
    }

    [Fact]
    public async Task is_called_again_as_its_policy_says()
    {
        await using TestHost host = await Start();

        string id = await host.Run("Patient", 4);
        for (int minutes = 0; minutes < 10; minutes++)
        {
            await host.Pass(TimeSpan.FromMinutes(1));
        }

        // One minute, then two, then three instead of four: the policy's longest pause.
        attempts.Should().Equal("09:00", "09:01", "09:03", "09:06");
        (await host.See(id)).ReadOutputAs<string>().Should().Be("after 4 attempts");
    }

    [Theory]
    [InlineData("Patient", 99, 5)]
    [InlineData("Hurried", 99, 3)]
    [InlineData("Picky", 99, 1)]
    public async Task is_not_called_again_beyond_its_policy(string orchestrator, int neededAttempts, int made)
    {
        await using TestHost host = await Start();

        string id = await host.Run(orchestrator, neededAttempts);
        for (int minutes = 0; minutes < 30; minutes++)
        {
            await host.Pass(TimeSpan.FromMinutes(1));
        }

        attempts.Should().HaveCount(made);
        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Failed);
    }

    [Fact]
    public async Task is_called_again_as_long_as_its_handler_says()
    {
        await using TestHost host = await Start();

        string id = await host.Run("Handled", 3);

        attempts.Should().HaveCount(3);
        (await host.See(id)).ReadOutputAs<string>().Should().Be("after 3 attempts");
    }

    [Fact]
    public async Task runs_beside_others()
    {
        await using TestHost host = await Start();

        string id = await host.Run("FanOut", 150);

        (await host.See(id)).ReadOutputAs<int>().Should().Be(150);
    }

    private Task<TestHost> Start() => TestHost.Start(
        new HostPlan { Services = services => services.AddSingleton(attempts) }, typeof(Orchestrators), typeof(Work));

    public sealed class Attempts : ConcurrentQueue<string>;

    public sealed record Visit(string Place, int Days);

    public static class Orchestrators
    {
        [Function("Greet")]
        public static Task<string> Greet([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            context.CallActivityAsync<string>("hello", name);

        [Function("Visits")]
        public static Task<Visit> Visits([OrchestrationTrigger] TaskOrchestrationContext context, Visit visit) =>
            context.CallActivityAsync<Visit>("Prolong", visit);

        [Function("Fathers")]
        public static Task Fathers([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync("Father", context.GetInput<string>());

        [Function("Careless")]
        public static Task Careless([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Fail");

        [Function("Misspelt")]
        public static Task Misspelt([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync("Helo", TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromMinutes(1))));

        [Function("Patient")]
        public static Task<string> Patient([OrchestrationTrigger] TaskOrchestrationContext context, int attempts) =>
            Flaky(context, attempts, new(5, TimeSpan.FromMinutes(1), 2, maxRetryInterval: TimeSpan.FromMinutes(3)));

        [Function("Hurried")]
        public static Task<string> Hurried([OrchestrationTrigger] TaskOrchestrationContext context, int attempts) =>
            Flaky(context, attempts, new(50, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2)));

        [Function("Picky")]
        public static Task<string> Picky([OrchestrationTrigger] TaskOrchestrationContext context, int attempts) =>
            Flaky(context, attempts, new(50, TimeSpan.FromMinutes(1)) { HandleFailure = failure => failure.IsCausedBy<FormatException>() });

        [Function("Handled")]
        public static Task<string> Handled([OrchestrationTrigger] TaskOrchestrationContext context, int attempts) =>
            context.CallActivityAsync<string>(
                "Flaky",
                attempts,
                TaskOptions.FromRetryHandler(retry => retry.LastAttemptNumber < 5 && retry.LastFailure.IsCausedBy<TimeoutException>()));

        [Function("FanOut")]
        public static async Task<int> FanOut([OrchestrationTrigger] TaskOrchestrationContext context, int width)
        {
            string[] greetings = await Task.WhenAll(Enumerable.Range(0, width).Select(n =>
                context.CallActivityAsync<string>("Hello", $"{n}")));
            return greetings.Distinct().Count();
        }

        private static Task<string> Flaky(TaskOrchestrationContext context, int attempts, RetryPolicy policy) =>
            context.CallActivityAsync<string>("Flaky", attempts, TaskOptions.FromRetryPolicy(policy));
    }

    public sealed class Work(Attempts attempts, TimeProvider clock)
    {
        [Function("Hello")]
        public static string Hello([ActivityTrigger] string name) => $"Hello, {name}";

        [Function("Prolong")]
        public static Visit Prolong([ActivityTrigger] Visit visit) => new(visit.Place + "!", visit.Days + 1);

        [Function("Father")]
        public static Task Father([ActivityTrigger] string child, [DurableClient] DurableTaskClient client) =>
            client.ScheduleNewOrchestrationInstanceAsync("Greet", child, new StartOrchestrationOptions(child));

        [Function("Fail")]
        public static void Fail([ActivityTrigger] object? input) =>
            throw new TimeoutException("The server is away.", new IOException("The cable is cut."));

        [Function("Flaky")]
        public string Flaky([ActivityTrigger] int needed)
        {
            attempts.Enqueue($"{clock.GetUtcNow():HH:mm}");
            return attempts.Count >= needed ? $"after {attempts.Count} attempts" : throw new TimeoutException("Not yet.");
        }
    }
}
