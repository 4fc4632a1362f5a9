using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Crashes;

public sealed class Storage_that_fails
{
    private readonly Wire wire = new();

    [Theory]
    [InlineData("POST", "/Hub")]
    [InlineData("PUT", "instance")]
    [InlineData("POST", "$batch")]
    public async Task to_bring_an_answer_back_makes_no_conflict_of_a_success(string method, string path)
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        int toLose = 2;
        wire.LosesAnswer = request => request.StartsWith(method, StringComparison.Ordinal)
            && request.Contains(path, StringComparison.Ordinal)
            && Interlocked.Decrement(ref toLose) >= 0;

        string id = await host.Run("Adds");
        await host.Raise(id, "add", 40);
        await host.Raise(id, "add", 2);

        toLose.Should().BeNegative();
        (await host.See(id)).ReadOutputAs<int>().Should().Be(42);
    }

    [Fact]
    public async Task for_a_while_delays_a_step_and_loses_nothing()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        int refusals = 1;
        wire.Before = request =>
        {
            if (request.StartsWith("PUT", StringComparison.Ordinal) && Interlocked.Decrement(ref refusals) >= 0)
            {
                throw new WireCutException();
            }
        };

        string id = await host.Run("Hello", "Nia");
        await host.Pass(host.IdleDetector.NextAlarm!.Value - host.Clock.GetUtcNow());

        (await host.See(id)).ReadOutputAs<string>().Should().Be("Hello, Nia");
    }

    /// <summary>Nobody knows then which host is the active one, and to try again at once would not help.</summary>
    [Fact]
    public async Task while_the_lease_runs_out_lets_steps_rest_whatever_they_are_told()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        string id = await host.Run("Adds");
        HubEngine engine = host.Services.GetRequiredService<HubEngine>();
        wire.Freeze();
        host.Clock.Advance(TestHost.LeaseRunsOut);
        await engine.Notify(id, null, TestContext.Current.CancellationToken);
        await engine.Notify(id, null, TestContext.Current.CancellationToken);

        wire.BreaksAfter = _ => true;
        wire.Thaw();
        await host.Still().WaitAsync(TestContext.Current.CancellationToken);

        wire.BreaksAfter = _ => false;
        await host.Pass(TimeSpan.FromSeconds(10));
        await host.Raise(id, "add", 40);
        await host.Raise(id, "add", 2);
        (await host.See(id)).ReadOutputAs<int>().Should().Be(42);
    }

    [Fact]
    public async Task at_the_end_does_not_keep_a_host_from_stopping()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        int deletions = 0;
        wire.Before = request =>
        {
            if (request.StartsWith("DELETE", StringComparison.Ordinal))
            {
                deletions++;
                throw new WireCutException();
            }
        };

        await host.Stop();

        deletions.Should().Be(1, "it tried to let go of its lease");
    }

    [Fact]
    public async Task is_asked_twice_for_a_start_an_activity_and_an_end()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        await host.Still();
        int before = wire.Requests;

        await host.Run("Hello", "Nia");

        (wire.Requests - before).Should().Be(2, "the step that calls the activity is stored with what came of it");
    }

    [Fact]
    public async Task is_told_within_seconds_that_an_activity_runs_which_takes_long()
    {
        Simple.Began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Simple.MayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Digs", TestContext.Current.CancellationToken);
        await Simple.Began.Task;
        wire.Before = request => _ = request.StartsWith("PUT", StringComparison.Ordinal)
            && request.Contains(id, StringComparison.Ordinal)
            && told.TrySetResult();

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await told.Task.WaitAsync(TestContext.Current.CancellationToken);

        Simple.MayEnd.SetResult();
        await host.Still();
        (await host.See(id)).ReadOutputAs<string>().Should().Be("deep");
    }

    [Fact]
    public async Task is_told_within_half_a_minute_where_activities_queue_up()
    {
        Simple.Began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Simple.MayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        const string atOnce = "AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions";
        Dictionary<string, string?> oneAtATime = new() { [atOnce] = "1" };
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire, Settings = oneAtATime }, typeof(Simple));
        string first = await host.Client.ScheduleNewOrchestrationInstanceAsync("Digs", TestContext.Current.CancellationToken);
        await Simple.Began.Task;
        string second = await host.Client.ScheduleNewOrchestrationInstanceAsync("Digs", TestContext.Current.CancellationToken);
        wire.Before = request => _ = request.StartsWith("PUT", StringComparison.Ordinal)
            && request.Contains(first, StringComparison.Ordinal)
            && told.TrySetResult();

        host.Clock.Advance(TimeSpan.FromSeconds(30));
        await told.Task.WaitAsync(TestContext.Current.CancellationToken);

        Simple.MayEnd.SetResult();
        await host.Still();
        (await host.See(second)).ReadOutputAs<string>().Should().Be("deep");
    }

    [Fact]
    public async Task is_not_asked_at_all_while_everything_waits()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        for (int n = 0; n < 20; n++)
        {
            await host.Run("Sleeps");
        }

        int before = wire.Requests;
        await host.Pass(TimeSpan.FromSeconds(10));

        // One heartbeat: the lease is read and renewed, and the signals are read.
        (wire.Requests - before).Should().Be(3);
    }

    public static class Simple
    {
        public static TaskCompletionSource Began { get; set; } = new();

        public static TaskCompletionSource MayEnd { get; set; } = new();

        [Function("Digs")]
        public static Task<string> Digs([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>("Dig");

        [Function("Dig")]
        public static async Task<string> Dig([ActivityTrigger] string? nothing)
        {
            Began.TrySetResult();
            await MayEnd.Task;
            return nothing ?? "deep";
        }

        [Function("Hello")]
        public static Task<string> Hello([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            context.CallActivityAsync<string>("Say", name);

        [Function("Say")]
        public static string Say([ActivityTrigger] string name) => $"Hello, {name}";

        [Function("Adds")]
        public static async Task<int> Adds([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.WaitForExternalEvent<int>("add") + await context.WaitForExternalEvent<int>("add");

        [Function("Sleeps")]
        public static Task Sleeps([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
    }
}
