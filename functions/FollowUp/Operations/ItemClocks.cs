using FollowUp.Concurrency;
using FollowUp.Items;
using FollowUp.Scheduling;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Starts the clocks of items that were added together, and has those of changed ones look again.</summary>
public sealed class ItemClocks(TimeProvider clock, ILogger<ItemClocks> log)
{
    /// <summary>One start takes some sixty milliseconds on Azure, nearly all of it waiting.</summary>
    private const int StartsAtOnce = 32;

    /// <summary>Azure gives up on a request after 230 seconds. What is not started by then the sweep starts within minutes.</summary>
    private static readonly Duration Budget = Duration.FromSeconds(60);

    /// <summary>Also for a caller who has left: what is written is to be followed.</summary>
    public async Task Start(
        string agreement, IEnumerable<string> added, IEnumerable<string> changed, DurableTaskClient client, CancellationToken cancel)
    {
        using ConcurrencyLimiter limiter = new(StartsAtOnce, clock.Now() + Budget, clock.Now);
        await Task.WhenAll(
            added.Select(item => Do(() => client.Start(new ItemRef(agreement, item), CancellationToken.None)))
                .Concat(changed.Select(item => Do(() => client.Nudge(new(agreement, item), log, cancel)))));
        if (limiter.LeftOver > 0)
        {
            log.ClocksLeft(limiter.LeftOver);
        }

        async Task Do(Func<Task> one)
        {
            if (await limiter.TryEnter())
            {
                try
                {
                    await one();
                }
                finally
                {
                    limiter.Leave();
                }
            }
        }
    }
}
