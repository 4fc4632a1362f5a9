using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.TaskHub;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class A_long_history
{
    [Fact]
    public async Task moves_to_pages_and_is_read_back_from_them()
    {
        HostPlan plan = new();
        string id;
        await using (TestHost first = await TestHost.Start(plan, typeof(Talker)))
        {
            id = await first.Run("Listens", 12);
            for (int n = 0; n < 8; n++)
            {
                await first.Raise(id, "said", new string('x', 10_000));
            }

            (await State(first, id)).NextPage.Should().BeGreaterThan(1);
        }

        await using TestHost second = await TestHost.Start(plan, typeof(Talker));
        for (int n = 0; n < 4; n++)
        {
            await second.Raise(id, "said", "y");
        }

        (await second.See(id)).ReadOutputAs<int>().Should().Be(80_004);
    }

    [Fact]
    public async Task is_deleted_when_the_orchestration_begins_again()
    {
        await using TestHost host = await TestHost.Start(typeof(Talker));
        string id = await host.Run("Forgets");
        for (int n = 0; n < 5; n++)
        {
            await host.Raise(id, "said", new string('x', 10_000));
        }

        (await State(host, id)).NextPage.Should().BePositive();
        await host.Raise(id, "said", "again");

        InstanceState begunAgain = await State(host, id);
        begunAgain.OldestPage.Should().Be(begunAgain.FirstPage).And.Be(begunAgain.NextPage);
        (await Rows(host, id)).Should().Be(1);
    }

    [Fact]
    public async Task goes_away_with_a_purge()
    {
        await using TestHost host = await TestHost.Start(typeof(Talker));
        string id = await host.Run("Listens", 5);
        for (int n = 0; n < 5; n++)
        {
            await host.Raise(id, "said", new string('x', 10_000));
        }

        (await host.Client.PurgeInstanceAsync(id, TestContext.Current.CancellationToken)).PurgedInstanceCount.Should().Be(1);

        (await Rows(host, id)).Should().Be(0);
    }

    private static HubTable Table(TestHost host) => host.Services.GetRequiredService<HubEngine>().Table;

    private static async Task<InstanceState> State(TestHost host, string id) =>
        (await Table(host).LoadState(id, TestContext.Current.CancellationToken))!.Value.State;

    private static ValueTask<int> Rows(TestHost host, string id) =>
        Table(host).Query($"PartitionKey eq '{id}'", null, null, TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken);

    public static class Talker
    {
        [Function("Listens")]
        public static async Task<int> Listens([OrchestrationTrigger] TaskOrchestrationContext context, int times)
        {
            int heard = 0;
            for (int n = 0; n < times; n++)
            {
                heard += (await context.WaitForExternalEvent<string>("said")).Length;
            }

            return heard;
        }

        [Function("Forgets")]
        public static async Task Forgets([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            while (await context.WaitForExternalEvent<string>("said") != "again")
            {
                context.SetCustomStatus("listening");
            }

            context.ContinueAsNew();
        }
    }
}
