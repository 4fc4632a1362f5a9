using FollowUp.AzureEngine.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.AzureEngine.Tests;

/// <summary>What a test can rely on when it drives the clock of Azure's engine.</summary>
public sealed class A_driven_clock
{
    private static readonly DateTime Nine = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_timer_of_a_month_comes_back_in_hops_of_three_days_and_ends_at_its_moment()
    {
        await using Hub hub = await Hub.Driven(typeof(Clocks));
        await hub.Run(nameof(Clocks.Wait), TimeSpan.FromDays(30), new("waiter"));
        int jumps = 0;
        while (hub.Engine.NextAlarm is { } next)
        {
            jumps++;
            hub.Clock.SetUtcNow(next);
            await hub.Still();
        }

        OrchestrationMetadata ended = await hub.See("waiter");
        ended.RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
        ended.ReadOutputAs<Span>().Should().Be(new Span(Nine, Nine.AddDays(30)));
        jumps.Should().Be(10);
    }

    [Fact]
    public async Task Nothing_is_due_before_its_moment()
    {
        await using Hub hub = await Hub.Driven(typeof(Clocks));
        await hub.Run(nameof(Clocks.Wait), TimeSpan.FromMinutes(1), new("waiter"));
        await hub.Pass(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        (await hub.See("waiter")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        await hub.Pass(TimeSpan.FromTicks(1));
        (await hub.See("waiter")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task A_delayed_start_waits_and_is_refused_a_second_time_meanwhile()
    {
        await using Hub hub = await Hub.Driven(typeof(Clocks));
        StartOrchestrationOptions atTen = new("later", new DateTimeOffset(Nine.AddHours(1)));
        await hub.Run(nameof(Clocks.Wait), TimeSpan.Zero, atTen);
        Func<Task> again = () => hub.Run(nameof(Clocks.Wait), TimeSpan.Zero, atTen);
        (await again.Should().ThrowAsync<Exception>()).Which.GetType().Name.Should().Be("OrchestrationAlreadyExistsException");
        (await hub.Client.GetInstanceAsync("later", TestContext.Current.CancellationToken)).Should().BeNull();
        await hub.Pass(TimeSpan.FromHours(1));
        (await hub.See("later")).ReadOutputAs<Span>()!.From.Should().Be(Nine.AddHours(1));
    }

    [Fact]
    public async Task An_event_ends_a_wait_and_the_timer_that_was_given_up_wakes_nobody()
    {
        await using Hub hub = await Hub.Driven(typeof(Clocks));
        await hub.Run(nameof(Clocks.WaitOrHear), "", new("listener"));
        await hub.Pass(TimeSpan.FromMinutes(1));
        await hub.Raise("listener", "Word", "now");
        (await hub.See("listener")).ReadOutputAs<string>().Should().Be("now at 09:01");

        // Its message comes all the same, as it does on Azure.
        hub.Engine.NextAlarm.Should().Be(new DateTimeOffset(Nine.AddHours(1)));
        await hub.Pass(TimeSpan.FromHours(1));
        hub.Engine.NextAlarm.Should().BeNull();
        (await hub.See("listener")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task An_event_for_nobody_is_forgotten()
    {
        await using Hub hub = await Hub.Driven(typeof(Clocks));
        await hub.Raise("nobody", "Word", "now");
        (await hub.Client.GetInstanceAsync("nobody", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact]
    public async Task Every_run_that_begins_anew_knows_the_time()
    {
        await using Hub hub = await Hub.Driven(typeof(Clocks));
        await hub.Run(nameof(Clocks.Count), 3, new("counter"));
        for (int wait = 0; wait < 3; wait++)
        {
            await hub.Pass(TimeSpan.FromHours(1));
        }

        (await hub.See("counter")).ReadOutputAs<DateTime>().Should().Be(Nine.AddHours(3));
    }

    public sealed record Span(DateTime From, DateTime To);

    public static class Clocks
    {
        [Function(nameof(Wait))]
        public static async Task<Span> Wait([OrchestrationTrigger] TaskOrchestrationContext context, TimeSpan wait)
        {
            DateTime begun = context.CurrentUtcDateTime;
            await context.CreateTimer(wait, CancellationToken.None);
            return new(begun, context.CurrentUtcDateTime);
        }

        [Function(nameof(WaitOrHear))]
        public static async Task<string> WaitOrHear([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> word = context.WaitForExternalEvent<string>("Word");
            using CancellationTokenSource heard = new();
            Task timer = context.CreateTimer(context.CurrentUtcDateTime.AddHours(1), heard.Token);
            bool isWord = await Task.WhenAny(word, timer) == word;
            heard.Cancel();
            return await context.CallActivityAsync<string>(
                nameof(Say), $"{(isWord ? await word : "nothing")} at {context.CurrentUtcDateTime:HH:mm}");
        }

        [Function(nameof(Count))]
        public static async Task<DateTime?> Count([OrchestrationTrigger] TaskOrchestrationContext context, int left)
        {
            if (left == 0)
            {
                return context.CurrentUtcDateTime;
            }

            await context.CreateTimer(context.CurrentUtcDateTime.AddHours(1), CancellationToken.None);
            context.ContinueAsNew(left - 1);
            return null;
        }

        [Function(nameof(Say))]
        public static string Say([ActivityTrigger] string text) => text;
    }
}
