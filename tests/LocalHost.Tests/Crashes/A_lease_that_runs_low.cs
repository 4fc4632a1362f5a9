using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Tests.Crashes;

public sealed class A_lease_that_runs_low
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>What was told that it may not begin, and began again at once, kept the processor busy until the next heartbeat.</summary>
    [Fact]
    public async Task is_waited_for_until_it_is_renewed()
    {
        bool isAway = false;
        Wire wire = new()
        {
            Holds = what => isAway && what.Contains("~lease", StringComparison.Ordinal)
                ? Task.FromException(new WireCutException())
                : Task.CompletedTask,
        };
        await using TestHost host = await TestHost.Start(new HostPlan { Transport = wire }, typeof(Working));
        isAway = true;
        await host.Pass(Heartbeat);
        await host.Pass(TimeSpan.FromSeconds(7));

        string id = await host.Run("Has work done");
        (await host.See(id)).IsCompleted.Should().BeFalse("thirteen seconds of the lease are left, and an activity needs fifteen");
        isAway = false;
        await host.Pass(Heartbeat);
        await host.Pass(Heartbeat);

        (await host.See(id)).ReadOutputAs<string>().Should().Be("done");
    }

    public static class Working
    {
        [Function("Has work done")]
        public static Task<string> Work([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>("Works", "");

        [Function("Works")]
        public static string Works([ActivityTrigger] string nothing) => "done";
    }
}
