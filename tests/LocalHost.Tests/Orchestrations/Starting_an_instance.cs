using DurableTask.Core.Exceptions;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class Starting_an_instance
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_refused_while_one_of_its_id_runs()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Waits", new("one"));

        Func<Task> again = () => Start(host, "Waits", new("one"));

        await again.Should().ThrowAsync<OrchestrationAlreadyExistsException>();
    }

    [Fact]
    public async Task replaces_one_of_its_id_that_has_ended()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Echoes", new("one"), "first");

        await Start(host, "Echoes", new("one"), "second");

        (await host.See("one")).ReadOutputAs<string>().Should().Be("second");
    }

    [Fact]
    public async Task is_refused_where_a_status_is_to_be_respected()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        StartOrchestrationOptions unlessFailed = new StartOrchestrationOptions("one").WithDedupeStatuses(
            [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Except([OrchestrationRuntimeStatus.Failed])]);
        await Start(host, "Echoes", unlessFailed, "first");

        Func<Task> again = () => Start(host, "Echoes", unlessFailed, "second");

        await again.Should().ThrowAsync<OrchestrationAlreadyExistsException>();
    }

    [Fact]
    public async Task terminates_and_replaces_one_that_runs_if_nothing_forbids_it()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Waits", new("one"));

        StartOrchestrationOptions options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Start(host, "Echoes", options, "instead");

        (await host.See("one")).ReadOutputAs<string>().Should().Be("instead");
    }

    [Fact]
    public async Task is_refused_where_its_dedupe_statuses_contradict_each_other()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        StartOrchestrationOptions options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated);
        Func<Task> start = () => Start(host, "Waits", options);

        await start.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task can_be_put_off()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));
        await Start(host, "Echoes", new("later", host.Clock.GetUtcNow().AddDays(3)), "now");
        (await host.See("later")).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Pending);
        host.IdleDetector.NextAlarm.Should().Be(host.Clock.GetUtcNow().AddDays(3));

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
    public async Task is_refused_under_an_id_that_is_too_long()
    {
        await using TestHost host = await TestHost.Start(typeof(Simple));

        Func<Task> start = () => Start(host, "Waits", new(new string('x', 101)));

        await start.Should().ThrowAsync<ArgumentException>();
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

        [Function("Versioned")]
        public static string Versioned([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;
    }
}
