using FollowUp.Watching;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations.Watching;

/// <summary>Whether orchestrations can be reached, and which of them have failed. For several threads.</summary>
public sealed partial class EngineWatch(TimeProvider clock, ILogger<EngineWatch> log)
{
    /// <summary>Whoever repairs needs no longer list to see what it is about.</summary>
    public const int FailedMax = 50;

    /// <summary>A hub that is there has answered by then, also where it looks through many instances.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly OrchestrationQuery Failures = new(Statuses: [OrchestrationRuntimeStatus.Failed], PageSize: FailedMax);

    private readonly Onset away = new();
    private volatile IReadOnlyList<FailedClock> failed = [];

    public Trouble? Away => away.Current;

    /// <summary>As they were when it was last asked; those that were started again since have not failed any more.</summary>
    public IReadOnlyList<FailedClock> Failed => failed;

    public async Task Ask(DurableTaskClient client, Instant now, CancellationToken cancel)
    {
        using CancellationTokenSource patience = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            failed = await client.GetAllInstancesAsync(Failures).Take(FailedMax)
                .Select(one => new FailedClock(one.InstanceId, Instant.FromDateTimeOffset(one.LastUpdatedAt))).ToListAsync(either.Token);
            away.See(null, now);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // What its failures are called depends on where the app runs.
            NotReached(log, failure);
            away.See(failure is OperationCanceledException ? "it does not answer" : failure.GetType().Name, now);
        }
    }

    [LoggerMessage(435, LogLevel.Warning, "The engine of orchestrations does not answer")]
    private static partial void NotReached(ILogger log, Exception failure);
}
