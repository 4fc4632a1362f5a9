using System.Collections.Concurrent;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Crashes;

/// <summary>
/// Activities queue up, since one runs at a time. An instance whose activity is over and that only waits for a timer now is stored when
/// there is time for it.
/// </summary>
public sealed class A_crowd
{
    private static readonly string[] Names = ["a", "b", "c"];

    private readonly Wire wire = new();
    private readonly Gate gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> stored = [];

    public A_crowd() => wire.Before = request =>
    {
        if (request.StartsWith("PUT", StringComparison.Ordinal)
            && Names.FirstOrDefault(name => request.Contains($"'{name}'", StringComparison.Ordinal)) is { } name)
        {
            Stored(name).TrySetResult();
        }
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_served_before_those_are_stored_that_only_wait_on()
    {
        await using TestHost host = await Crowd();
        Stored("a").Task.IsCompleted.Should().BeFalse();

        host.Clock.Advance(TimeSpan.FromSeconds(30));

        await Stored("a").Task.WaitAsync(Cancel);
        await Ends(host);
        gate.Passed.Should().BeEquivalentTo(Names);
    }

    [Fact]
    public async Task that_is_killed_does_again_what_was_not_stored_and_goes_on()
    {
        TestHost killed = await Crowd();
        wire.IsCut = true;
        await killed.Kill();
        killed.Clock.Advance(TestHost.LeaseRunsOut);

        await using TestHost next = await TestHost.Start(killed.Plan with { Transport = null }, typeof(Sleepers));
        await Ends(next);

        gate.Passed.Order().Should().Equal("a", "a", "b", "c");
    }

    [Fact]
    public async Task that_is_sent_home_is_stored_as_it_stands()
    {
        TestHost stopped = await Crowd();
        Task stop = stopped.Stop();
        await Stored("a").Task.WaitAsync(Cancel);
        Array.ForEach(Names, gate.Open);
        await stop;
        await stopped.DisposeAsync();
        gate.Passed.Should().HaveCount(2, "the third did not begin any more");

        await using TestHost next = await TestHost.Start(stopped.Plan with { Transport = null }, typeof(Sleepers));
        await Ends(next);

        gate.Passed.Should().BeEquivalentTo(Names);
    }

    /// <summary>
    /// The first has passed the gate and sleeps, one of the others stands before it, and one waits for its turn: who comes first is
    /// nobody's promise.
    /// </summary>
    private async Task<TestHost> Crowd()
    {
        TestHost host = await TestHost.Start(
            new HostPlan
            {
                Transport = wire,
                Services = services => services.AddSingleton(gate),
                Settings = new() { ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions"] = "1" },
            },
            typeof(Sleepers));
        foreach (string name in Names)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync("PassAndSleep", name, new StartOrchestrationOptions(name), Cancel);
            await gate.Reached("a");
        }

        await Turn(host);
        gate.Open("a");
        await Task.WhenAny(gate.Reached("b"), gate.Reached("c"));
        await gate.FallsAsleep("a");
        await Turn(host);
        return host;
    }

    /// <summary>A whole life of another instance: what was about to happen when it began has happened.</summary>
    private static async Task Turn(TestHost host)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Nothing", Cancel);
        await host.Client.WaitForInstanceCompletionAsync(id, Cancel);
    }

    private async Task Ends(TestHost host)
    {
        Array.ForEach(Names, gate.Open);
        await host.Still();
        await host.Pass(TimeSpan.FromDays(1));
        foreach (string name in Names)
        {
            (await host.See(name)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed, name);
        }
    }

    private TaskCompletionSource Stored(string name) => stored.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Lets nobody pass before it is opened for them.</summary>
    public sealed class Gate
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> signals = [];

        public ConcurrentQueue<string> Passed { get; } = [];

        public void Open(string name) => Signal($"open {name}").TrySetResult();

        public Task Reached(string name) => Signal($"reached {name}").Task.WaitAsync(Cancel);

        public Task FallsAsleep(string name) => Signal($"sleeps {name}").Task.WaitAsync(Cancel);

        public async Task Pass(string name, CancellationToken cancel)
        {
            Signal($"reached {name}").TrySetResult();
            await Signal($"open {name}").Task.WaitAsync(cancel);
            Passed.Enqueue(name);
        }

        public void Sleeps(string name) => Signal($"sleeps {name}").TrySetResult();

        private TaskCompletionSource Signal(string name) =>
            signals.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    public sealed class Sleepers(Gate gate)
    {
        [Function("PassAndSleep")]
        public async Task PassAndSleep([OrchestrationTrigger] TaskOrchestrationContext context, string name)
        {
            await context.CallActivityAsync("Pass", name);
            gate.Sleeps(name);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        }

        [Function("Nothing")]
        public static void Nothing([OrchestrationTrigger] TaskOrchestrationContext context) => _ = context;

        [Function("Pass")]
        public Task Pass([ActivityTrigger] string name, CancellationToken cancel) => gate.Pass(name, cancel);
    }
}
