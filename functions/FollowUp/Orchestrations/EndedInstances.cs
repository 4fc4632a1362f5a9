using FollowUp.Concurrency;
using FollowUp.Scheduling;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Orchestrations;

/// <summary>
/// Orchestrations that have ended, which the hub would keep for ever: each letter leaves some ten rows on Azure, and two or three here.
/// What was said and done is in ledgers and journals; nothing asks a hub for it.
/// </summary>
public sealed class EndedInstances(TimeProvider clock, ILogger<EndedInstances> log)
{
    /// <summary>Whoever looks into a trouble of yesterday still finds the orchestration.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The next night goes on where this one ended.</summary>
    private static readonly Duration Budget = Duration.FromMinutes(3);

    private const int AtOnce = 8;

    private const int PageSize = 500;

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    private Instant Now => clock.Now();

    public async Task Purge(DurableTaskClient client, CancellationToken cancel)
    {
        DateTimeOffset before = clock.GetUtcNow() - Kept;
        using ConcurrencyLimiter limiter = new(AtOnce, Now + Budget, () => Now);
        OrchestrationQuery ended = new(CreatedTo: before, Statuses: Ended, PageSize: PageSize);
        await foreach (Microsoft.DurableTask.Page<OrchestrationMetadata> page in client.GetAllInstancesAsync(ended)
            .AsPages().WithCancellation(cancel))
        {
            await Task.WhenAll(page.Values.Where(instance => instance.LastUpdatedAt <= before)
                .Select(instance => Purge(instance.InstanceId, limiter, client, cancel)));
            if (limiter.LeftOver > 0)
            {
                log.PurgeStopped();
                return;
            }
        }
    }

    private static async Task Purge(string instance, ConcurrencyLimiter limiter, DurableTaskClient client, CancellationToken cancel)
    {
        if (!await limiter.TryEnter())
        {
            return;
        }

        try
        {
            _ = await client.PurgeInstanceAsync(instance, cancel);
        }
        finally
        {
            limiter.Leave();
        }
    }
}
