using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Crashes;

public sealed class Two_hosts
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task have_one_active_between_them_and_the_other_takes_over_when_it_stops()
    {
        HostPlan plan = new();
        TestHost first = await TestHost.Start(plan, typeof(Simple));
        await using TestHost second = await TestHost.Start(plan, typeof(Simple));
        IsActive(first).Should().BeTrue();
        IsActive(second).Should().BeFalse();
        string id = await first.Run("Waits");

        await first.DisposeAsync();
        await second.Pass(Heartbeat);

        IsActive(second).Should().BeTrue();
        await second.Raise(id, "go", "heard by the second");
        (await second.See(id)).ReadOutputAs<string>().Should().Be("heard by the second");
    }

    [Fact]
    public async Task work_together_where_the_one_that_stands_by_is_called()
    {
        HostPlan plan = new();
        await using TestHost active = await TestHost.Start(plan, typeof(Simple));
        await using TestHost standby = await TestHost.Start(plan, typeof(Simple));

        string id = await standby.Run("Waits");
        await active.Pass(Heartbeat);
        (await standby.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        await standby.Raise(id, "go", "through the store");
        await active.Pass(Heartbeat);

        (await standby.See(id)).ReadOutputAs<string>().Should().Be("through the store");
    }

    [Fact]
    public async Task cannot_both_write_when_the_first_only_seemed_dead()
    {
        Wire wire = new();
        HostPlan plan = new();
        TestHost zombie = await TestHost.Start(plan with { Transport = wire }, typeof(Simple));
        string id = await zombie.Run("Counts");
        wire.Freeze();
        Task unheard = zombie.Client.RaiseEventAsync(id, "add", 1, TestContext.Current.CancellationToken);
        plan.Clock.Advance(TestHost.LeaseRunsOut);

        await using TestHost heir = await TestHost.Start(plan, typeof(Simple));
        await heir.Raise(id, "add", 10);
        wire.Thaw();
        await unheard;
        await zombie.Still();
        await zombie.Pass(Heartbeat);
        await heir.Pass(Heartbeat);
        await heir.Raise(id, "add", 100);

        IsActive(zombie).Should().BeFalse();
        IsActive(heir).Should().BeTrue();
        (await heir.See(id)).ReadCustomStatusAs<int>().Should().Be(111);
        await zombie.DisposeAsync();
    }

    [Fact]
    public async Task need_not_be_two_for_a_clock_that_jumps_a_year()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        string id = await host.Run("Counts");

        await host.Pass(TimeSpan.FromDays(365));
        await host.Raise(id, "add", 1);

        IsActive(host).Should().BeTrue();
        (await host.See(id)).ReadCustomStatusAs<int>().Should().Be(1);
    }

    [Fact]
    public async Task do_nothing_twice_when_both_wake_from_a_long_sleep()
    {
        HostPlan plan = new();
        for (int night = 0; night < 5; night++)
        {
            Counting.Count = 0;
            await using TestHost one = await TestHost.Start(plan, typeof(Counting));
            await using TestHost other = await TestHost.Start(plan, typeof(Counting));
            for (int n = 0; n < 10; n++)
            {
                await one.Run("Rings");
            }

            // To both of them their lease, or the other's, ran out long ago, and all is due.
            plan.Clock.Advance(TimeSpan.FromHours(8));
            await Task.WhenAll(one.Still(), other.Still());
            plan.Clock.Advance(Heartbeat);
            await Task.WhenAll(one.Still(), other.Still());

            Counting.Count.Should().Be(10);
        }
    }

    [Fact]
    public async Task need_not_be_two_for_a_host_that_stood_still_for_hours()
    {
        Wire wire = new();
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Counting));
        Counting.Count = 0;
        await host.Run("Rings");

        wire.Freeze();
        host.Clock.Advance(Heartbeat);
        host.Clock.Advance(TimeSpan.FromHours(8));
        wire.Thaw();
        await host.Still();
        await host.Pass(Heartbeat);
        await host.Pass(Heartbeat);

        Counting.Count.Should().Be(1);
    }

    [Fact]
    public async Task are_one_when_the_first_hears_of_the_end_of_its_work_after_it_lost_its_lease()
    {
        Wire wire = new();
        HostPlan plan = new() { Settings = { ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentOrchestratorFunctions"] = "1" } };
        Slow.Work = new();
        TestHost zombie = await TestHost.Start(plan with { Transport = wire }, typeof(Slow));
        string id = await zombie.Client.ScheduleNewOrchestrationInstanceAsync("Waits for work", TestContext.Current.CancellationToken);
        await Slow.HasBegun;
        wire.Freeze();
        plan.Clock.Advance(Heartbeat);
        plan.Clock.Advance(TestHost.LeaseRunsOut);
        Slow.Work.SetResult("done");

        Slow.Work = new();
        Slow.Work.SetResult("done by the heir");
        await using TestHost heir = await TestHost.Start(plan, typeof(Slow));
        wire.Thaw();
        await zombie.Still().WaitAsync(Patience, TestContext.Current.CancellationToken);
        await heir.Pass(Heartbeat);

        IsActive(zombie).Should().BeFalse();
        (await heir.See(id)).ReadOutputAs<string>().Should().Be("done by the heir");
        await zombie.DisposeAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>By the clock on the wall: for what would never end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static bool IsActive(TestHost host) => host.Services.GetRequiredService<HubEngine>().IsActive;

    public static class Simple
    {
        [Function("Waits")]
        public static Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("go");

        [Function("Counts")]
        public static async Task Counts([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (int sum = 0; sum < 1000;)
            {
                sum += await context.WaitForExternalEvent<int>("add");
                context.SetCustomStatus(sum);
            }
        }
    }

    public static class Counting
    {
        private static int count;

        public static int Count { get => Volatile.Read(ref count); set => Volatile.Write(ref count, value); }

        [Function("Rings")]
        public static async Task Rings([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromHours(8), CancellationToken.None);
            await context.CallActivityAsync("Counts", "");
        }

        [Function("Counts")]
        public static void Counts([ActivityTrigger] string nothing) => Interlocked.Increment(ref count);
    }

    public static class Slow
    {
        private static TaskCompletionSource begun = new();

        public static TaskCompletionSource<string> Work { get; set; } = new();

        public static Task HasBegun => begun.Task;

        [Function("Waits for work")]
        public static async Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> work = context.CallActivityAsync<string>("Works", "");
            await Task.WhenAny(work, context.CreateTimer(TimeSpan.FromSeconds(35), CancellationToken.None));
            return await work;
        }

        [Function("Works")]
        public static Task<string> Works([ActivityTrigger] string nothing)
        {
            begun.TrySetResult();
            return Work.Task;
        }
    }
}
