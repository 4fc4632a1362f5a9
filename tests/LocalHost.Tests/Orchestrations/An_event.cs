using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class An_event
{
    [Fact]
    public async Task wakes_who_waits_for_it_whatever_the_case_of_its_name()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string id = await host.Run("One");

        await host.Raise(id, "CHANGED", "by Ana");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("by Ana");
    }

    [Fact]
    public async Task raised_before_anyone_waits_is_kept()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string id = await host.Run("LateWaiter");
        await host.Raise(id, "changed", "early");

        await host.Raise(id, "go");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("early");
    }

    [Fact]
    public async Task goes_to_the_newest_of_two_waiters()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string id = await host.Run("Two");

        await host.Raise(id, "changed", "first");
        await host.Raise(id, "changed", "second");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("old: second, new: first");
    }

    [Fact]
    public async Task passes_by_a_waiter_that_has_given_up()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string id = await host.Run("GivesUp");
        await host.Pass(TimeSpan.FromHours(1));

        await host.Raise(id, "changed", "late");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("timed out, then late");
    }

    [Fact]
    public async Task in_time_leaves_no_alarm_behind()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string id = await host.Run("GivesUp");

        await host.Raise(id, "changed", "in time");

        host.IdleDetector.NextAlarm.Should().BeNull();
        (await host.See(id)).ReadOutputAs<string>().Should().Be("in time");
    }

    [Fact]
    public async Task is_durable_before_its_caller_gets_an_answer()
    {
        HostPlan plan = new();
        string id;
        await using (TestHost first = await TestHost.Start(plan, typeof(Waiting)))
        {
            id = await first.Run("LateWaiter");
            await first.Raise(id, "changed", "before the night");
        }

        await using TestHost second = await TestHost.Start(plan, typeof(Waiting));
        await second.Raise(id, "go");

        (await second.See(id)).ReadOutputAs<string>().Should().Be("before the night");
    }

    [Fact]
    public async Task for_an_instance_that_is_missing_or_has_ended_is_dropped()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        StartOrchestrationOptions again = new StartOrchestrationOptions("again").WithDedupeStatuses();
        await host.Client.RaiseEventAsync("again", "changed", "too early", TestContext.Current.CancellationToken);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("One", again, TestContext.Current.CancellationToken);
        await host.Still();
        await host.Raise("again", "changed", "at last");
        await host.Raise("again", "changed", "too late");

        await host.Client.ScheduleNewOrchestrationInstanceAsync("One", again, TestContext.Current.CancellationToken);
        await host.Still();

        (await host.See("again")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task can_be_sent_from_one_orchestration_to_another()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string receiver = await host.Run("One");

        string sender = await host.Run("Sends", receiver);

        (await host.See(receiver)).ReadOutputAs<string>().Should().Be($"from {sender}");
    }

    [Fact]
    public async Task is_read_once_however_many_come_at_once()
    {
        await using TestHost host = await TestHost.Start(typeof(Waiting));
        string id = await host.Run("Counts");

        await Task.WhenAll(Enumerable.Range(1, 250).Select(n =>
            host.Client.RaiseEventAsync(id, "changed", n, TestContext.Current.CancellationToken)));
        await host.Still();

        (await host.See(id)).ReadOutputAs<int>().Should().Be(250 * 251 / 2);
    }

    public static class Waiting
    {
        [Function("One")]
        public static Task<string> One([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("changed");

        [Function("LateWaiter")]
        public static async Task<string> LateWaiter([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.WaitForExternalEvent<object>("go");
            return await context.WaitForExternalEvent<string>("changed");
        }

        [Function("Two")]
        public static async Task<string> Two([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> old = context.WaitForExternalEvent<string>("changed");
            Task<string> young = context.WaitForExternalEvent<string>("changed");
            await Task.WhenAll(old, young);
            return $"old: {await old}, new: {await young}";
        }

        [Function("GivesUp")]
        public static async Task<string> GivesUp([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> patient = context.WaitForExternalEvent<string>("changed");
            try
            {
                // The newer waiter gives up. What comes after that is for the older one.
                return await context.WaitForExternalEvent<string>("changed", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                return $"timed out, then {await patient}";
            }
        }

        [Function("Sends")]
        public static void Sends([OrchestrationTrigger] TaskOrchestrationContext context, string to) =>
            context.SendEvent(to, "changed", $"from {context.InstanceId}");

        [Function("Counts")]
        public static async Task<int> Counts([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            int sum = 0;
            for (int n = 0; n < 250; n++)
            {
                sum += await context.WaitForExternalEvent<int>("changed");
            }

            return sum;
        }
    }
}
