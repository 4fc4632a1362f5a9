using DurableTask.Core.Exceptions;
using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.TaskHub;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FollowUp.LocalHost.Tests.Orchestrations;

/// <summary>
/// A long history is repeated once, by whoever reads it; from then on the code waits in memory for what the next step tells it. Test hosts
/// without a wire of their own compare each of these steps with a replay.
/// </summary>
public sealed class Code_that_is_kept
{
    private const int Steps = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task does_not_begin_anew_however_long_its_history_is()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = new Wire() }, typeof(Counting));
        string id = await host.Run("Adds", Steps);

        await Add(host, id, 1, Steps);

        (await host.See(id)).ReadOutputAs<int>().Should().Be(Steps * (Steps + 1) / 2);
        Counting.Begun(id).Should().BeLessThan(12, "the first few steps are repeated");
    }

    /// <summary>A host that is started anew, and one whose step could not be stored, know only the history.</summary>
    [Fact]
    public async Task is_brought_there_by_its_history_where_it_was_lost()
    {
        Wire wire = new();
        HostPlan plan = new() { Transport = wire };
        string id;
        await using (TestHost first = await TestHost.Start(plan, typeof(Counting)))
        {
            id = await first.Run("Adds", Steps);
            await Add(first, id, 1, 20);
            bool isBroken = false;
            wire.BreaksAfter = what => !isBroken && what.Contains("batch", StringComparison.Ordinal) && (isBroken = true);

            await first.Client.RaiseEventAsync(id, "add", 21, Cancel);
            await first.Pass(TimeSpan.FromSeconds(5));

            isBroken.Should().BeTrue();
            await Add(first, id, 22, 25);
        }

        wire.BreaksAfter = _ => false;
        await using TestHost second = await TestHost.Start(plan, typeof(Counting));
        await Add(second, id, 26, Steps);

        (await second.See(id)).ReadOutputAs<int>().Should().Be(Steps * (Steps + 1) / 2);
    }

    [Fact]
    public async Task begins_again_where_it_says_so_and_hears_its_activities_and_timers()
    {
        await using TestHost host = await TestHost.Start(typeof(Counting));
        string id = await host.Run("Wanders", 0);

        for (int days = 0; days < 30; days++)
        {
            await host.Pass(TimeSpan.FromDays(1));
        }

        (await host.See(id)).ReadOutputAs<string>().Should().Be("3 rounds");
    }

    /// <summary>Its scope ends with the step, and what it got from there with it.</summary>
    [Fact]
    public async Task is_none_of_an_orchestrator_that_asks_for_services()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = new Wire() }, typeof(Served));
        string id = await host.Run("Serves", 15);

        await Add(host, id, 1, 15);

        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
        Counting.Begun(id).Should().Be(16);
    }

    /// <summary>It would be most of what a host of old instances takes.</summary>
    [Fact]
    public void leaves_its_history_to_the_store_where_nobody_doubts_it()
    {
        DateTimeOffset now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        InstanceState state = new() { Id = "one", Name = "Adds", Execution = "1", CreatedAt = now, UpdatedAt = now, StartAt = now };
        Step heard = new(now, [new EventRaised("add", "1", HubKeys.Inbox(now, "host", 1))], []);
        foreach ((bool isDoubted, int left) in new[] { (false, 0), (true, 11) })
        {
            CachedInstance cached = new(new(state, [.. Enumerable.Repeat(heard, 10)], default));

            OrchestratorSession session = new(
                _ => Task.FromResult<object?>(null),
                state,
                DurableTaskShimFactory.Default,
                JsonDataConverter.Default,
                NullLoggerFactory.Instance);
            cached.KeepSession(session, withHistory: isDoubted);
            cached.Advance(state, heard, default);

            cached.History.Should().HaveCount(left);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task hears_no_message_twice_and_each_once_in_whatever_order_they_come(bool isDoubted)
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = isDoubted ? null : new Wire() }, typeof(Counting));
        string id = await host.Run("Adds", Steps);
        await Add(host, id, 1, 20);

        // One that was read long ago is delivered again, as after a crash; another was on its way for an hour.
        HubEngine engine = host.Services.GetRequiredService<HubEngine>();
        StoredInstance stored = (await engine.Table.Load(id, Cancel))!;
        EventRaised fifth = stored.History.SelectMany(step => step.Happened).OfType<EventRaised>().ElementAt(4);
        DateTimeOffset early = host.Clock.GetUtcNow().AddHours(-1);
        InboxRow again = new(fifth.Message, early, new Raise("add", "5"));
        InboxRow another = new(HubKeys.Inbox(early, "another", 1), early, new Raise("add", "21"));
        foreach (InboxRow row in new[] { again, another })
        {
            await engine.Table.AddMessage(id, row, Cancel);
            await engine.Notify(id, row, Cancel);
            await host.Still();
        }

        await Add(host, id, 22, Steps);
        (await host.See(id)).ReadOutputAs<int>().Should().Be(Steps * (Steps + 1) / 2);
    }

    [Fact]
    public void is_doubted_where_a_replay_does_something_else()
    {
        DateTimeOffset now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        StepOutcome calls = new(new(now, [], [new CallActivity(1, "First", null)]), null, null);
        StepOutcome waits = new(new(now, [], [new SetTimer(1, now.AddDays(1))]), null, null);
        StepOutcome failed = new(new(now, [], []), Completion.FromException(new NonDeterministicOrchestrationException(1, "ends")), null);

        ReplayVerifier.VerifyReplay("one", calls, calls).Should().BeSameAs(calls);
        ReplayVerifier.VerifyReplay("one", calls, failed).Should().BeSameAs(failed, "on any other host it would end so");
        StepOutcome withStatus = calls with { CustomStatus = "on its way" };
        StepOutcome completed = calls with { Completion = new Completion.Completed("1") };
        foreach (StepOutcome other in new[] { waits, withStatus, completed })
        {
            Action compare = () => ReplayVerifier.VerifyReplay("one", calls, other);
            compare.Should().Throw<InvalidOperationException>().WithMessage("*'one'*");
        }
    }

    private static async Task Add(TestHost host, string id, int from, int through)
    {
        for (int n = from; n <= through; n++)
        {
            await host.Raise(id, "add", n);
        }
    }

    public static class Counting
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Beginnings = new();

        public static int Begun(string id) => Beginnings[id];

        public static void Begin(string id) => Beginnings.AddOrUpdate(id, 1, (_, times) => times + 1);

        [Function("Adds")]
        public static async Task<int> Adds([OrchestrationTrigger] TaskOrchestrationContext context, int times)
        {
            Begin(context.InstanceId);
            int sum = 0;
            for (int n = 0; n < times; n++)
            {
                sum += await context.WaitForExternalEvent<int>("add");
            }

            return sum;
        }

        [Function("Wanders")]
        public static async Task<string> Wanders([OrchestrationTrigger] TaskOrchestrationContext context, int rounds)
        {
            for (int day = 0; day < 10; day++)
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
                await context.CallActivityAsync("Rests");
            }

            if (rounds < 2)
            {
                context.ContinueAsNew(rounds + 1);
            }

            return $"{rounds + 1} rounds";
        }

        [Function("Rests")]
        public static void Rests([ActivityTrigger] object? input)
        {
        }
    }

    public sealed class Served
    {
        [Function("Serves")]
        public async Task<int> Serves([OrchestrationTrigger] TaskOrchestrationContext context, int times) =>
            await Counting.Adds(context, times);
    }
}
