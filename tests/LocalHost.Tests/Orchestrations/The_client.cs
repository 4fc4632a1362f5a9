using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.TaskHub;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class The_client
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What has ended may begin again under its id at any time.</summary>
    [Fact]
    public async Task does_not_purge_what_began_again_meanwhile()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        StartOrchestrationOptions itself = new("once-more");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "Nia", itself, Cancel);
        await host.Still();
        HubTable table = host.Services.GetRequiredService<HubEngine>().Table;
        StoredInstance ended = (await table.Load("once-more", Cancel))!;
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "Lev", itself, Cancel);
        await host.Still();

        (await table.DeleteInstance("once-more", ended.Version, Cancel)).Should().BeFalse();

        (await host.See("once-more")).ReadInputAs<string>().Should().Be("Lev");
    }

    [Fact]
    public async Task waits_for_the_start_and_for_the_end()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        Task<OrchestrationMetadata> started = host.Client.WaitForInstanceStartAsync("one", Cancel);
        Task<OrchestrationMetadata> ended = host.Client.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true, Cancel);

        await Start(host, "Waits", new("one"));
        (await started).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        await host.Raise("one", "go", "gone");

        (await ended).ReadOutputAs<string>().Should().Be("gone");
    }

    [Fact]
    public async Task suspends_and_resumes()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "WaitsOrDays", new("one"));
        await host.Client.SuspendInstanceAsync("one", "holiday", Cancel);
        await host.Still();
        (await host.See("one")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Suspended);
        await host.Pass(TimeSpan.FromDays(2));
        await host.Raise("one", "go", "too late");
        (await host.See("one")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Suspended);

        await host.Client.ResumeInstanceAsync("one", "back", Cancel);
        await host.Still();

        // What happened meanwhile is told in the order in which it came about.
        (await host.See("one")).ReadOutputAs<string>().Should().Be("a day passed");
    }

    [Fact]
    public async Task resumes_an_instance_to_which_nothing_happened()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Waits", new("one"));
        await host.Client.SuspendInstanceAsync("one", cancellation: Cancel);
        await host.Still();

        await host.Client.ResumeInstanceAsync("one", cancellation: Cancel);
        await host.Still();

        (await host.See("one")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task terminates()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "WaitsOrDays", new("one"));

        await host.Client.TerminateInstanceAsync("one", (object)"withdrawn", Cancel);
        await host.Still();

        (await host.See("one")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Terminated);
        (await host.See("one")).ReadOutputAs<string>().Should().Be("withdrawn");
        host.IdleDetector.NextAlarm.Should().BeNull();
    }

    [Fact]
    public async Task purges_an_instance_that_has_ended_and_no_other()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Echoes", new("ended"), "x");
        await Start(host, "Waits", new("waits"));

        (await host.Client.PurgeInstanceAsync("ended", Cancel)).PurgedInstanceCount.Should().Be(1);
        (await host.Client.PurgeInstanceAsync("waits", Cancel)).PurgedInstanceCount.Should().Be(0);

        (await host.Client.GetInstanceAsync("ended", Cancel)).Should().BeNull();
        (await host.Client.GetInstanceAsync("waits", Cancel)).Should().NotBeNull();
    }

    [Fact]
    public async Task purges_what_a_filter_names()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Echoes", new("old"), "x");
        await host.Pass(TimeSpan.FromDays(10));
        await Start(host, "Echoes", new("new"), "x");

        PurgeResult purged = await host.Client.PurgeAllInstancesAsync(new(CreatedTo: host.Clock.GetUtcNow().AddDays(-5)), Cancel);

        purged.PurgedInstanceCount.Should().Be(1);
        (await host.Client.GetInstanceAsync("old", Cancel)).Should().BeNull();
        (await host.Client.GetInstanceAsync("new", Cancel)).Should().NotBeNull();
    }

    [Fact]
    public async Task lists_instances_page_by_page()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        for (int n = 0; n < 7; n++)
        {
            await Start(host, n % 2 == 0 ? "Echoes" : "Waits", new($"item-{n}"), "x");
        }

        await Start(host, "Echoes", new("other"), "x");
        OrchestrationQuery query = new(InstanceIdPrefix: "item-", Statuses: [OrchestrationRuntimeStatus.Completed], PageSize: 3);

        List<Page<OrchestrationMetadata>> pages = await host.Client.GetAllInstancesAsync(query).AsPages().ToListAsync(Cancel);
        Page<OrchestrationMetadata> rest =
            await host.Client.GetAllInstancesAsync(query).AsPages(pages[0].ContinuationToken).FirstAsync(Cancel);

        pages.Should().HaveCount(2);
        pages[0].Values.Should().HaveCount(3);
        rest.Values.Select(instance => instance.InstanceId).Should().Equal("item-6");
        (await host.Client.GetAllInstancesAsync().CountAsync(Cancel)).Should().Be(8);
    }

    private static async Task Start(TestHost host, string orchestrator, StartOrchestrationOptions options, object? input = null)
    {
        await host.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, Cancel);
        await host.Still();
    }

    public static class Simple
    {
        [Function("Echoes")]
        public static string Echoes([OrchestrationTrigger] TaskOrchestrationContext context, string text) => text;

        [Function("Waits")]
        public static Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("go");

        [Function("WaitsOrDays")]
        public static async Task<string> WaitsOrDays([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> raised = context.WaitForExternalEvent<string>("go");
            Task day = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await Task.WhenAny(raised, day) == day ? "a day passed" : await raised;
        }
    }
}
