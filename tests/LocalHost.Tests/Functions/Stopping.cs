using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Functions;

public sealed class Stopping
{
    private readonly Gate gate = new();

    [Fact]
    public async Task lets_a_running_activity_end_and_stores_what_it_gave()
    {
        HostPlan plan = new() { Services = services => services.AddSingleton(gate) };
        TestHost first = await TestHost.Start(plan, typeof(Slow));
        string id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Calls", TestContext.Current.CancellationToken);
        await gate.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        Task stopping = first.Stop();
        gate.Open.SetResult();
        await stopping;
        await first.DisposeAsync();
        await using TestHost second = await TestHost.Start(plan, typeof(Slow));
        await second.Still();

        gate.Calls.Should().Be(2);
        (await second.See(id)).ReadOutputAs<int>().Should().Be(3);
    }

    [Fact]
    public async Task is_not_still_before_what_runs_has_ended()
    {
        HostPlan plan = new() { Services = services => services.AddSingleton(gate) };
        await using TestHost host = await TestHost.Start(plan, typeof(Slow));
        await host.Still();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Calls", TestContext.Current.CancellationToken);
        await gate.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        host.IdleDetector.IsIdle.Should().BeFalse();
        Task still = host.Still();
        still.IsCompleted.Should().BeFalse();
        gate.Open.SetResult();
        await still;

        host.IdleDetector.IsIdle.Should().BeTrue();
    }

    public sealed class Gate
    {
        private int calls;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Calls => calls;

        public async Task<int> Pass()
        {
            int call = Interlocked.Increment(ref calls);
            Entered.TrySetResult();
            await Open.Task;
            return call;
        }
    }

    public sealed class Slow(Gate gate)
    {
        [Function("Calls")]
        public static async Task<int> Calls([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.CallActivityAsync<int>("Pass") + await context.CallActivityAsync<int>("Pass");

        [Function("Pass")]
        public Task<int> Pass([ActivityTrigger] object? input) => gate.Pass();
    }
}
