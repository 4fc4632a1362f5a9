using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class A_timer
{
    /// <summary>
    /// What collects events until a deadline sets its timer anew after each; one that rang in the same step is another one.
    /// </summary>
    [Fact]
    public async Task of_the_same_moment_as_one_that_was_given_up_while_it_rang_rings_all_the_same()
    {
        await using TestHost host = await TestHost.Start(typeof(Deadlines));
        string id = await host.Run("Collects", host.Clock.GetUtcNow().UtcDateTime.AddDays(1));
        await host.Client.SuspendInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        await host.Still();
        await host.Raise(id, "more");
        await host.Pass(TimeSpan.FromDays(2));

        await host.Client.ResumeInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        await host.Still();

        (await host.See(id)).ReadOutputAs<int>().Should().Be(1);
    }

    [Fact]
    public async Task fires_at_its_moment_and_not_before()
    {
        await using TestHost host = await TestHost.Start(typeof(Sleepers));
        string id = await host.Run("Sleep", 1);

        await host.Pass(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        await host.Pass(TimeSpan.FromSeconds(1));

        (await host.See(id)).ReadOutputAs<string>().Should().Be("2026-11-03 09:00");
    }

    [Fact]
    public async Task may_be_years_long()
    {
        await using TestHost host = await TestHost.Start(typeof(Sleepers));
        string id = await host.Run("Sleep", 3653);

        host.IdleDetector.NextAlarm.Should().Be(host.Clock.GetUtcNow().AddDays(3653));
        await host.Pass(TimeSpan.FromDays(3652));
        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        await host.Pass(TimeSpan.FromDays(1));

        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    /// <summary>A machine that slept: what the timers of the platform count stood still meanwhile.</summary>
    [Fact]
    public async Task fires_within_a_heartbeat_where_the_clock_was_put_forward()
    {
        await using TestHost host = await TestHost.Start(typeof(Sleepers));
        string id = await host.Run("Sleep", 1);

        host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        // A host with a timer that is due and does not fire is never idle.
        await host.Still().WaitAsync(TestContext.Current.CancellationToken);
        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task fires_at_once_where_the_clock_was_put_forward_during_a_heartbeat()
    {
        Wire wire = new();
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Sleepers));
        string id = await host.Run("Sleep", 1);
        TaskCompletionSource beats = new(TaskCreationOptions.RunContinuationsAsynchronously);
        wire.Before = _ => beats.TrySetResult();
        wire.Freeze();
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await beats.Task.WaitAsync(TestContext.Current.CancellationToken);

        host.Clock.Advance(TimeSpan.FromDays(1));
        wire.Thaw();

        await host.Still().WaitAsync(TestContext.Current.CancellationToken);
        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task that_was_cancelled_rings_no_more()
    {
        await using TestHost host = await TestHost.Start(typeof(Sleepers));

        string id = await host.Run("Cancels");

        (await host.See(id)).ReadCustomStatusAs<string>().Should().Be("cancelled");
        host.IdleDetector.NextAlarm.Should().BeNull();
    }

    [Fact]
    public async Task that_fell_due_while_the_host_was_down_fires_when_it_starts()
    {
        HostPlan plan = new();
        string id;
        await using (TestHost first = await TestHost.Start(plan, typeof(Sleepers)))
        {
            id = await first.Run("Sleep", 1);
        }

        plan.Clock.Advance(TimeSpan.FromDays(2));
        await using TestHost second = await TestHost.Start(plan, typeof(Sleepers));
        await second.Still();

        (await second.See(id)).ReadOutputAs<string>().Should().Be("2026-11-04 09:00");
    }

    [Fact]
    public async Task that_is_not_due_yet_is_known_after_a_restart()
    {
        HostPlan plan = new();
        string id;
        await using (TestHost first = await TestHost.Start(plan, typeof(Sleepers)))
        {
            id = await first.Run("Sleep", 10);
        }

        await using TestHost second = await TestHost.Start(plan, typeof(Sleepers));
        await second.Still();
        second.IdleDetector.NextAlarm.Should().Be(plan.Clock.GetUtcNow().AddDays(10));
        await second.Pass(TimeSpan.FromDays(10));

        (await second.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task lets_a_driver_jump_from_alarm_to_alarm()
    {
        await using TestHost host = await TestHost.Start(typeof(Sleepers));
        string id = await host.Run("Monthly");
        int jumps = 0;

        while (host.IdleDetector.NextAlarm is { } next)
        {
            host.Clock.SetUtcNow(next);
            await host.Still();
            jumps++;
        }

        jumps.Should().Be(12);
        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    public static class Sleepers
    {
        [Function("Sleep")]
        public static async Task<string> Sleep([OrchestrationTrigger] TaskOrchestrationContext context, int days)
        {
            await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
            return $"{context.CurrentUtcDateTime:yyyy-MM-dd HH:mm}";
        }

        [Function("Cancels")]
        public static async Task Cancels([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using CancellationTokenSource cancel = new();
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
            cancel.Cancel();
            context.SetCustomStatus(timer.IsCanceled ? "cancelled" : "still there");
            await context.WaitForExternalEvent<object>("never");
        }

        [Function("Monthly")]
        public static async Task Monthly([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (int month = 0; month < 12; month++)
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddMonths(1), CancellationToken.None);
            }
        }
    }

    public static class Deadlines
    {
        [Function("Collects")]
        public static async Task<int> Collects([OrchestrationTrigger] TaskOrchestrationContext context, DateTime deadline)
        {
            for (int heard = 0; ; heard++)
            {
                using CancellationTokenSource cut = new();
                Task timer = context.CreateTimer(deadline, cut.Token);
                Task<object> more = context.WaitForExternalEvent<object>("more");
                if (await Task.WhenAny(timer, more) == timer)
                {
                    return heard;
                }

                cut.Cancel();
            }
        }
    }
}
