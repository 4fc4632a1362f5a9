using DurableTask.Core.Exceptions;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class The_client
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task refuses_a_second_start_of_an_id_that_runs()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Waits", new("one"));

        Func<Task> again = () => Start(host, "Waits", new("one"));

        await again.Should().ThrowAsync<OrchestrationAlreadyExistsException>();
    }

    [Fact]
    public async Task replaces_an_instance_that_has_ended()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Echoes", new("one"), "first");

        await Start(host, "Echoes", new("one"), "second");

        (await host.See("one")).ReadOutputAs<string>().Should().Be("second");
    }

    [Fact]
    public async Task refuses_to_replace_an_instance_whose_status_is_to_be_respected()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        StartOrchestrationOptions unlessFailed = new StartOrchestrationOptions("one").WithDedupeStatuses(
            [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Except([OrchestrationRuntimeStatus.Failed])]);
        await Start(host, "Echoes", unlessFailed, "first");

        Func<Task> again = () => Start(host, "Echoes", unlessFailed, "second");

        await again.Should().ThrowAsync<OrchestrationAlreadyExistsException>();
    }

    [Fact]
    public async Task terminates_and_replaces_an_instance_that_runs_if_nothing_forbids_it()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Waits", new("one"));

        await Start(host, "Echoes", new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed), "instead");

        (await host.See("one")).ReadOutputAs<string>().Should().Be("instead");
    }

    [Fact]
    public async Task refuses_dedupe_statuses_that_contradict_each_other()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        Func<Task> start = () => Start(host, "Waits", new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated));

        await start.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task can_start_an_instance_later()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Echoes", new("later", host.Clock.GetUtcNow().AddDays(3)), "now");
        (await host.See("later")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Pending);
        host.Stillness.NextAlarm.Should().Be(host.Clock.GetUtcNow().AddDays(3));

        await host.Pass(TimeSpan.FromDays(3));

        (await host.See("later")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task passes_version_and_tags_on()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        await Start(host, "Versioned", new("one") { Version = "1.7", Tags = new Dictionary<string, string> { ["agreement"] = "beijing" } });

        (await host.See("one")).ReadOutputAs<string>().Should().Be("1.7");
        (await host.See("one")).Tags.Should().ContainKey("agreement");
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
        host.Stillness.NextAlarm.Should().BeNull();
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
        Page<OrchestrationMetadata> rest = await host.Client.GetAllInstancesAsync(query).AsPages(pages[0].ContinuationToken).FirstAsync(Cancel);

        pages.Should().HaveCount(2);
        pages[0].Values.Should().HaveCount(3);
        rest.Values.Select(instance => instance.InstanceId).Should().Equal("item-6");
        (await host.Client.GetAllInstancesAsync().CountAsync(Cancel)).Should().Be(8);
    }

    [Theory]
    [InlineData("протокол/1?#\\")]
    [InlineData("~lease")]
    [InlineData("a~b")]
    public async Task takes_ids_that_keys_do_not(string id)
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        await Start(host, "Waits", new(id));
        await host.Raise(id, "go", "gone");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("gone");
        (await host.Client.GetAllInstancesAsync().SingleAsync(Cancel)).InstanceId.Should().Be(id);
    }

    [Fact]
    public async Task refuses_ids_that_are_too_long()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        Func<Task> start = () => Start(host, "Waits", new(new string('x', 101)));

        await start.Should().ThrowAsync<ArgumentException>();
    }

    static async Task Start(TestHost host, string orchestrator, StartOrchestrationOptions options, object? input = null)
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

        [Function("Versioned")]
        public static string Versioned([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;

        [Function("WaitsOrDays")]
        public static async Task<string> WaitsOrDays([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> raised = context.WaitForExternalEvent<string>("go");
            Task day = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await Task.WhenAny(raised, day) == day ? "a day passed" : await raised;
        }
    }
}
