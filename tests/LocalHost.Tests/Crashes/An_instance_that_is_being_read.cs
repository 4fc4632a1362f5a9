using FollowUp.LocalHost.Tests.Rig;

namespace FollowUp.LocalHost.Tests.Crashes;

public sealed class An_instance_that_is_being_read
{
    /// <summary>The active one reads an instance for one event, and is told of the other's in the middle of that.</summary>
    [Fact]
    public async Task is_told_what_another_host_wrote_meanwhile()
    {
        HostPlan plan = new();
        TestHost first = await TestHost.Start(plan, typeof(Two_hosts.Simple));
        string id = await first.Run("Counts");
        await first.DisposeAsync();
        TaskCompletionSource reading = new(), told = new(), go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int reads = 0;
        Wire wire = new()
        {
            Holds = what =>
            {
                bool isOfInstance = what.StartsWith("GET", StringComparison.Ordinal) && what.Contains("instance", StringComparison.Ordinal);
                _ = what.StartsWith("DELETE", StringComparison.Ordinal)
                    && what.Contains("~signals", StringComparison.Ordinal) && told.TrySetResult();

                // The first is the client's, to see whether there is anybody to tell.
                return isOfInstance && Interlocked.Increment(ref reads) == 2 && reading.TrySetResult() ? go.Task : Task.CompletedTask;
            },
        };
        await using TestHost active = await TestHost.Start(plan with { Transport = wire }, typeof(Two_hosts.Simple));
        await using TestHost standby = await TestHost.Start(plan, typeof(Two_hosts.Simple));

        await active.Client.RaiseEventAsync(id, "add", 1, TestContext.Current.CancellationToken);
        await reading.Task.WaitAsync(TestContext.Current.CancellationToken);
        await standby.Client.RaiseEventAsync(id, "add", 10, TestContext.Current.CancellationToken);
        plan.Clock.Advance(TimeSpan.FromSeconds(10));
        await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        go.SetResult();
        await active.Still();

        (await active.See(id)).ReadCustomStatusAs<int>().Should().Be(11);
    }
}
