using Azure;
using FollowUp.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Operations;

/// <summary>
/// Makes the tables ready when the host starts: they are there, and lists find what is in them. A store that is away is tried again, ever
/// less often, while the process lives on and says what it waits for. For several threads.
/// </summary>
public sealed partial class StoreReadiness(TableClients tables, IndexRepair repair, TimeProvider clock, ILogger<StoreReadiness> log)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A worker is given calls before it has started: they wait for the tables this long, which is more than tables take that answer.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource firstTry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopped = new();
    private Task preparing = Task.CompletedTask;
    private volatile Exception? trouble;

    /// <summary>Completes when calls are taken. Never fails.</summary>
    public Task WhenReady => ready.Task;

    /// <summary>What calls wait for; null once they are taken.</summary>
    public string? WaitsFor => WhenReady.IsCompleted ? null : trouble switch
    {
        null => "the tables are being made ready",
        RequestFailedException refused => $"the store refuses to make the tables ready: {refused.Status} {refused.ErrorCode}",
        StoreUnavailableException or TimeoutException => StoreTrouble.Of(trouble).Says,
        _ => "what the store has cannot be made ready, and the log says why",
    };

    /// <summary>What keeps them from ever being ready with this very store; null where it may pass, and once calls are taken.</summary>
    public StoreTrouble? LastingTrouble => WhenReady.IsCompleted ? null
        : trouble is StoreUnavailableException { Trouble: { Passes: false } lasting } ? lasting : null;

    /// <exception cref="StoreUnavailableException">The tables are not ready yet.</exception>
    public async Task Demand(CancellationToken cancel)
    {
        if (WhenReady.IsCompleted)
        {
            return;
        }

        // The first try decides: as long as the store is away, nobody is kept waiting for it.
        await firstTry.Task.WaitAsync(Patience, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        if (!WhenReady.IsCompleted)
        {
            throw new StoreUnavailableException(trouble ?? new TimeoutException(), $"Not ready yet: {WaitsFor}; try again.");
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        preparing = Prepare(stopped.Token);
        await firstTry.Task.WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopped.CancelAsync();
        await preparing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopped.Dispose();

    private async Task Prepare(CancellationToken cancel)
    {
        for (TimeSpan pause = FirstPause; !await IsPrepared(pause, cancel); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause, clock, cancel);
        }
    }

    private async Task<bool> IsPrepared(TimeSpan pause, CancellationToken cancel)
    {
        try
        {
            await tables.Create(cancel);
            await repair.CompleteCatalogue(clock.Now(), cancel);
            ready.TrySetResult();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            trouble = failure;

            // Where the words say all, what called what says nothing to whoever looks after the store.
            TablesNotReady(log, WaitsFor!, pause, failure is StoreUnavailableException or RequestFailedException ? null : failure);
        }
        finally
        {
            firstTry.TrySetResult();
        }

        return WhenReady.IsCompleted;
    }

    [LoggerMessage(301, LogLevel.Error, "The tables are not ready: {Why}. Calls are refused meanwhile, and it is tried again in {Pause}")]
    private static partial void TablesNotReady(ILogger log, string why, TimeSpan pause, Exception? failure);
}
