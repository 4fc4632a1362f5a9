using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.TaskHub;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Orchestrations;

/// <summary>Every test host without a wire of its own doubts its memory before each step; this shows that it would notice.</summary>
public sealed class What_is_kept_in_memory
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_what_the_store_says_or_no_step_is_taken_from_it()
    {
        await using TestHost host = await TestHost.Start(typeof(A_long_history.Talker));
        string id = await host.Run("Listens", 3);
        await host.Raise(id, "said", "one");
        HubTable table = host.Services.GetRequiredService<HubEngine>().Table;
        StoredInstance stored = (await table.Load(id, Cancel))!;
        ReplayVerifier verifier = new(table);

        await verifier.VerifyStored(new(stored), Cancel);
        StoredInstance shorter = stored with { History = [.. stored.History.SkipLast(1)] };
        StoredInstance withStatus = stored with { State = stored.State with { CustomStatus = "heard" } };
        foreach (StoredInstance other in new[] { shorter, withStatus })
        {
            Func<Task> compare = () => verifier.VerifyStored(new(other), Cancel);
            await compare.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*{id}*");
        }
    }
}
