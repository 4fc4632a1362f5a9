using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class Continuing_as_new
{
    [Fact]
    public async Task begins_again_with_a_new_input_and_an_empty_history()
    {
        await using TestHost host = await TestHost.Start(typeof(Loops));

        string id = await host.Run("CountTo", new Count(0, 200));

        (await host.See(id)).ReadOutputAs<int>().Should().Be(200);
    }

    [Fact]
    public async Task keeps_events_that_nobody_had_waited_for()
    {
        await using TestHost host = await TestHost.Start(typeof(Loops));
        string id = await host.Run("Collects", "");
        await host.Raise(id, "word", "one");
        await host.Raise(id, "word", "two");

        await host.Raise(id, "again");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("one two");
    }

    [Fact]
    public async Task keeps_an_event_that_arrives_in_the_same_step()
    {
        HostPlan plan = new();
        string id;
        await using (TestHost first = await TestHost.Start(plan, typeof(Loops)))
        {
            id = await first.Run("Collects", "");
            await first.Client.SuspendInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
            await first.Still();
            await first.Raise(id, "again");
            await first.Raise(id, "word", "one");
            await first.Raise(id, "word", "two");
            // Everything that came meanwhile is one step now, and the first of it ends the code.
            await first.Client.ResumeInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
            await first.Still();

            (await first.See(id)).ReadOutputAs<string>().Should().Be("one two");
        }
    }

    /// <summary>The SDK lets no run end that still waits for something: it begins again once that has ended.</summary>
    [Fact]
    public async Task waits_for_what_was_called_and_not_awaited()
    {
        await using TestHost host = await TestHost.Start(typeof(Loops));

        string id = await host.Run("LeavesOpen", 1);

        (await host.See(id)).ReadOutputAs<int>().Should().Be(3);
    }

    [Fact]
    public async Task drops_events_if_told_so()
    {
        await using TestHost host = await TestHost.Start(typeof(Loops));
        string id = await host.Run("Forgets", false);
        await host.Raise(id, "word", "one");

        await host.Raise(id, "again");

        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task can_take_a_new_version()
    {
        await using TestHost host = await TestHost.Start(typeof(Loops));
        StartOrchestrationOptions options = new("versioned") { Version = "1.0" };

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Upgrades", options, TestContext.Current.CancellationToken);
        await host.Still();

        (await host.See("versioned")).ReadOutputAs<string>().Should().Be("2.0");
    }

    public sealed record Count(int At, int To);

    public static class Loops
    {
        [Function("CountTo")]
        public static async Task<int> CountTo([OrchestrationTrigger] TaskOrchestrationContext context, Count count)
        {
            int next = await context.CallActivityAsync<int>("AddOne", count.At);
            if (next < count.To)
            {
                context.ContinueAsNew(count with { At = next });
            }

            return next;
        }

        [Function("LeavesOpen")]
        public static Task<int> LeavesOpen([OrchestrationTrigger] TaskOrchestrationContext context, int round)
        {
            if (round < 3)
            {
                _ = context.CallActivityAsync<int>("AddOne", round);
                context.ContinueAsNew(round + 1);
            }

            return Task.FromResult(round);
        }

        [Function("AddOne")]
        public static int AddOne([ActivityTrigger] int number) => number + 1;

        [Function("Collects")]
        public static async Task<string> Collects([OrchestrationTrigger] TaskOrchestrationContext context, string said)
        {
            if (said.Length == 0)
            {
                await context.WaitForExternalEvent<object>("again");
                context.ContinueAsNew("again");
                return "";
            }

            return $"{await context.WaitForExternalEvent<string>("word")} {await context.WaitForExternalEvent<string>("word")}";
        }

        [Function("Forgets")]
        public static async Task<string> Forgets([OrchestrationTrigger] TaskOrchestrationContext context, bool isAgain)
        {
            if (!isAgain)
            {
                await context.WaitForExternalEvent<object>("again");
                context.ContinueAsNew(true, preserveUnprocessedEvents: false);
                return "";
            }

            return await context.WaitForExternalEvent<string>("word");
        }

        [Function("Upgrades")]
        public static string Upgrades([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            if (context.Version == "1.0")
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
            }

            return context.Version;
        }
    }
}
