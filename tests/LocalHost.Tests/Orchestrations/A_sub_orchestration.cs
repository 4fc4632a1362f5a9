using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class A_sub_orchestration
{
    [Fact]
    public async Task answers_the_orchestrator_that_called_it_and_knows_who_that_is()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));

        string id = await host.Run("Parent", "the-child");

        (await host.See(id)).ReadOutputAs<string>().Should().Be($"child the-child of Parent {id}");
        (await host.See("the-child")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task gets_an_id_if_it_is_given_none()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));

        string id = await host.Run("Parent");

        (await host.See(id)).ReadOutputAs<string>().Should().EndWith($"of Parent {id}");
    }

    [Fact]
    public async Task that_fails_fails_the_call()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));

        string id = await host.Run("Catches");

        (await host.See(id)).ReadOutputAs<string>().Should()
            .Be("Task 'Fails' (#0) failed with an unhandled exception: No visa. because of System.InvalidOperationException");
    }

    [Fact]
    public async Task is_called_again_under_the_same_id_as_its_policy_says()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));

        string id = await host.Run("Insists");
        await host.Pass(TimeSpan.FromMinutes(1));

        (await host.See(id)).ReadOutputAs<string>().Should().Be("at 09:01");
    }

    [Fact]
    public async Task cannot_take_the_id_of_one_that_runs()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Waits", new StartOrchestrationOptions("taken"), TestContext.Current.CancellationToken);

        string id = await host.Run("Parent", "taken");

        (await host.See(id)).FailureDetails!.ErrorMessage.Should().Contain("An orchestration 'taken' exists already");
    }

    [Fact]
    public async Task that_is_terminated_fails_the_call()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));
        string id = await host.Run("Trusting", "lost");

        await host.Client.TerminateInstanceAsync("lost", cancellation: TestContext.Current.CancellationToken);
        await host.Still();

        (await host.See(id)).FailureDetails!.ErrorMessage.Should().Contain("'lost' was terminated");
    }

    [Fact]
    public async Task ends_with_a_parent_that_is_terminated_recursively()
    {
        await using TestHost host = await TestHost.Start(typeof(Family));
        string id = await host.Run("Trusting", "grandchild");

        await host.Client.TerminateInstanceAsync(
            id, new TerminateInstanceOptions("over", Recursive: true), TestContext.Current.CancellationToken);
        await host.Still();

        (await host.See("grandchild")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Terminated);
    }

    public static class Family
    {
        [Function("Parent")]
        public static Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context, string? child) =>
            context.CallSubOrchestratorAsync<string>("Child", null, child is null ? null : new SubOrchestrationOptions(instanceId: child));

        [Function("Child")]
        public static string Child([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"child {context.InstanceId} of {context.Parent!.Name} {context.Parent.InstanceId}";

        [Function("Catches")]
        public static async Task<string> Catches([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                await context.CallSubOrchestratorAsync("Fails");
                return "nothing happened";
            }
            catch (TaskFailedException failed)
            {
                return $"{failed.Message} because of {failed.FailureDetails.ErrorType}";
            }
        }

        [Function("Fails")]
        public static void Fails([OrchestrationTrigger] TaskOrchestrationContext context) =>
            throw new InvalidOperationException("No visa.");

        [Function("Insists")]
        public static Task<string> Insists([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>(
            "Flaky", context.CurrentUtcDateTime, new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromMinutes(1)), "one-name"));

        [Function("Flaky")]
        public static string Flaky([OrchestrationTrigger] TaskOrchestrationContext context, DateTime begun) =>
            context.CurrentUtcDateTime > begun ? $"at {context.CurrentUtcDateTime:HH:mm}" : throw new TimeoutException();

        [Function("Trusting")]
        public static Task Trusting([OrchestrationTrigger] TaskOrchestrationContext context, string child) =>
            context.CallSubOrchestratorAsync("Waits", options: new SubOrchestrationOptions(instanceId: child));

        [Function("Waits")]
        public static Task Waits([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<object>("never");
    }
}
