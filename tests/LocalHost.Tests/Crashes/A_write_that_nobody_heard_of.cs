using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Tests.Crashes;

/// <summary>A request that failed for whoever made it, and was obeyed all the same.</summary>
public sealed class A_write_that_nobody_heard_of
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private readonly Wire wire = new();

    [Fact]
    public async Task is_a_start_that_runs_at_once()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        BreakOnce("POST");

        await host.Invoking(StartsHello)
            .Should().ThrowAsync<WireCutException>();
        await host.Still();

        (await host.See("it")).ReadOutputAs<string>().Should().Be("Hello, Nia");
    }

    [Fact]
    public async Task is_an_event_that_is_heard_at_once()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        string id = await host.Run("Waits");
        BreakOnce("POST");

        await host.Invoking(it => it.Client.RaiseEventAsync(id, "go", "heard", Cancel)).Should().ThrowAsync<WireCutException>();
        await host.Still();

        (await host.See(id)).ReadOutputAs<string>().Should().Be("heard");
    }

    [Fact]
    public async Task is_the_birth_of_a_child_that_lives()
    {
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Simple));
        int posts = 0;
        wire.BreaksAfter = request => request.StartsWith("POST", StringComparison.Ordinal) && ++posts == 2;

        string id = await host.Run("HasAChild");
        await host.Pass(Heartbeat);

        posts.Should().BeGreaterThan(2);
        (await host.See(id)).ReadOutputAs<string>().Should().Be("Hello, child");
    }

    [Fact]
    public async Task is_found_by_the_active_host_when_the_one_that_stands_by_made_it()
    {
        HostPlan plan = new();
        await using TestHost active = await TestHost.Start(plan, typeof(Simple));
        await using TestHost standby = await TestHost.Start(plan with { Transport = wire }, typeof(Simple));
        BreakOnce("POST");

        await standby.Invoking(StartsHello)
            .Should().ThrowAsync<WireCutException>();
        plan.Clock.Advance(Heartbeat);
        await standby.Still();
        await active.Pass(Heartbeat);

        (await active.See("it")).ReadOutputAs<string>().Should().Be("Hello, Nia");
    }

    [Fact]
    public async Task is_found_when_somebody_starts_it_again()
    {
        HostPlan plan = new();
        await using TestHost host = await TestHost.Start(plan, typeof(Simple));
        TestHost gone = await TestHost.Start(plan with { Transport = wire }, typeof(Simple));
        BreakOnce("POST");
        await gone.Invoking(StartsHello)
            .Should().ThrowAsync<WireCutException>();
        wire.IsCut = true;
        await gone.Kill();

        await host.Invoking(StartsHello)
            .Should().ThrowAsync<DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException>();
        await host.Still();

        (await host.See("it")).ReadOutputAs<string>().Should().Be("Hello, Nia");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void BreakOnce(string method)
    {
        bool isBroken = false;
        wire.BreaksAfter = request => !isBroken && request.StartsWith(method, StringComparison.Ordinal) && (isBroken = true);
    }

    private static Task<string> StartsHello(TestHost host) =>
        host.Client.ScheduleNewOrchestrationInstanceAsync("Hello", "Nia", new StartOrchestrationOptions("it"), Cancel);

    public static class Simple
    {
        [Function("Hello")]
        public static Task<string> Hello([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            Task.FromResult($"Hello, {name}");

        [Function("Waits")]
        public static Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("go");

        [Function("HasAChild")]
        public static Task<string> HasAChild([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Hello", "child");
    }
}
