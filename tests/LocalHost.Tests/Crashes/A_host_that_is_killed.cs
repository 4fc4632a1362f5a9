using System.Collections.Concurrent;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Crashes;

public sealed class A_host_that_is_killed
{
    private readonly Wire wire = new();
    private readonly Calls calls = new();

    [Fact]
    public async Task after_an_activity_but_before_its_step_was_stored_runs_the_activity_again_and_goes_on_once()
    {
        HostPlan plan = Plan();
        TestHost first = await TestHost.Start(plan, typeof(Order), typeof(Work));
        calls.AfterFirst = () => wire.IsCut = true;
        string id = await first.Client.ScheduleNewOrchestrationInstanceAsync("TwoSteps", TestContext.Current.CancellationToken);
        await calls.Reached("One", times: 1);

        await using TestHost second = await Succeed(first, plan);

        calls.Should().Equal("One", "One", "Two");
        (await second.See(id)).ReadOutputAs<string>().Should().Be("One, Two");
    }

    [Fact]
    public async Task after_it_took_an_event_but_before_the_step_it_woke_leaves_the_event_to_the_next()
    {
        HostPlan plan = Plan();
        TestHost first = await TestHost.Start(plan, typeof(Order), typeof(Work));
        string id = await first.Run("Waits");
        wire.Before = request => wire.IsCut |= IsStep(request);
        await first.Client.RaiseEventAsync(id, "go", "heard", TestContext.Current.CancellationToken);

        await using TestHost second = await Succeed(first, plan);

        (await second.See(id)).ReadOutputAs<string>().Should().Be("heard");
    }

    [Fact]
    public async Task is_followed_at_once_by_one_that_has_the_store_to_itself()
    {
        HostPlan plan = Plan();
        TestHost first = await TestHost.Start(plan, typeof(Order), typeof(Work));
        string id = await first.Run("Waits");
        await first.Kill();

        HostPlan exclusive = plan with { Transport = null, HasExclusiveStore = true };
        await using TestHost second = await TestHost.Start(exclusive, typeof(Order), typeof(Work));
        await second.Raise(id, "go", "heard");

        (await second.See(id)).ReadOutputAs<string>().Should().Be("heard");
    }

    [Fact]
    public async Task before_a_stored_step_reached_the_sub_orchestration_it_started_is_made_up_for()
    {
        HostPlan plan = Plan();
        TestHost first = await TestHost.Start(plan, typeof(Order), typeof(Work));
        TaskCompletionSource cut = new();
        bool isStored = false;
        wire.Before = request =>
        {
            // The first write after the parent's first step is the birth of its child.
            if (isStored)
            {
                wire.IsCut = true;
                cut.TrySetResult();
            }

            isStored |= IsStep(request);
        };
        string id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Parent", TestContext.Current.CancellationToken);
        await cut.Task.WaitAsync(TestContext.Current.CancellationToken);

        await using TestHost second = await Succeed(first, plan);

        (await second.See(id)).ReadOutputAs<string>().Should().Be("from the child");
    }

    [Fact]
    public async Task in_the_middle_of_everything_loses_nothing()
    {
        HostPlan plan = Plan();
        TestHost first = await TestHost.Start(plan, typeof(Order), typeof(Work));
        int left = 150;
        wire.Before = _ => wire.IsCut |= Interlocked.Decrement(ref left) < 0;
        List<string> acknowledged = [];
        for (int n = 0; n < 100; n++)
        {
            try
            {
                acknowledged.Add(await first.Client.ScheduleNewOrchestrationInstanceAsync(
                    n % 2 == 0 ? "TwoSteps" : "Parent", TestContext.Current.CancellationToken));
            }
            catch (Exception) when (wire.IsCut)
            {
                break;
            }
        }

        await using TestHost second = await Succeed(first, plan);

        acknowledged.Should().NotBeEmpty();
        foreach (string id in acknowledged)
        {
            (await second.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
        }
    }

    // A step replaces the instance row: alone, or together with what it consumed.
    private static bool IsStep(string request) =>
        request.Contains("$batch", StringComparison.Ordinal)
        || (request.StartsWith("PUT", StringComparison.Ordinal) && request.Contains("instance", StringComparison.Ordinal));

    private HostPlan Plan() => new() { Transport = wire, Services = services => services.AddSingleton(calls) };

    private async Task<TestHost> Succeed(TestHost killed, HostPlan plan)
    {
        wire.IsCut = true;
        await killed.Kill();
        plan.Clock.Advance(TestHost.LeaseRunsOut);
        TestHost next = await TestHost.Start(plan with { Transport = null }, typeof(Order), typeof(Work));
        await next.Still();
        return next;
    }

    public sealed class Calls : ConcurrentQueue<string>
    {
        private readonly SemaphoreSlim called = new(0);

        public Action AfterFirst { get; set; } = () => { };

        public string Call(string name)
        {
            Enqueue(name);
            if (Count == 1)
            {
                AfterFirst();
            }

            called.Release();
            return name;
        }

        public async Task Reached(string name, int times)
        {
            while (this.Count(call => call == name) < times)
            {
                await called.WaitAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    public static class Order
    {
        [Function("TwoSteps")]
        public static async Task<string> TwoSteps([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"{await context.CallActivityAsync<string>("One")}, {await context.CallActivityAsync<string>("Two")}";

        [Function("Waits")]
        public static Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("go");

        [Function("Parent")]
        public static Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Child");

        [Function("Child")]
        public static string Child([OrchestrationTrigger] TaskOrchestrationContext context) => "from the child";
    }

    public sealed class Work(Calls calls)
    {
        [Function("One")]
        public string One([ActivityTrigger] object? input) => calls.Call("One");

        [Function("Two")]
        public string Two([ActivityTrigger] object? input) => calls.Call("Two");
    }
}
