using FollowUp.LocalHost.TaskHub;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Runs a callback every <see cref="Lease.RenewalInterval"/>, never twice at once, until it is stopped.</summary>
internal sealed class Heartbeat(TimeProvider time, InFlightWork work, Func<CancellationToken, Task> beat, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim beating = new(1);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopped = new();
    private TaskCompletionSource next = NewBeatEnd();
    private DateTimeOffset due;
    private ITimer? timer;

    public void Start()
    {
        lock (gate)
        {
            due = time.GetUtcNow() + Lease.RenewalInterval;
            timer = time.CreateTimer(_ => Beat(), null, Lease.RenewalInterval, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whether the condition holds, now or after the beat that is running or overdue.</summary>
    public async Task<bool> WaitFor(Func<bool> condition, CancellationToken cancel)
    {
        while (!condition())
        {
            if (CurrentBeat() is not { IsCompleted: false } beat)
            {
                // A beat may have ended between the two looks.
                return condition();
            }

            await beat.WaitAsync(cancel);
        }

        return true;
    }

    /// <summary>Completes when the last beat has ended.</summary>
    public async Task Stop()
    {
        Dispose();
        await beating.WaitAsync();
        beating.Release();
    }

    /// <summary>Under the lock: not every clock's timer may be set while it is being disposed of.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopped.Cancel();
            timer?.Dispose();
            next.TrySetResult();
        }
    }

    /// <returns>The end of the beat that is running or overdue; null if none is.</returns>
    private Task? CurrentBeat()
    {
        lock (gate)
        {
            return time.GetUtcNow() < due ? null : next.Task;
        }
    }

    private void Beat()
    {
        IDisposable underWay = work.Begin();
        _ = Task.Run(async () =>
        {
            using (underWay)
            {
                await BeatOnce();
            }
        });
    }

    private async Task BeatOnce()
    {
        await beating.WaitAsync();
        try
        {
            if (!stopped.IsCancellationRequested)
            {
                DateTimeOffset begun = time.GetUtcNow();
                await BeatOrReport();

                // A one-shot timer, not a periodic one: a clock that jumps a year must not fire three million beats. A clock that jumped
                // during the beat has passed the end of the lease just renewed, so the next beat follows at once.
                SetTimer(begun + Lease.RenewalInterval);
            }
        }
        finally
        {
            beating.Release();
        }
    }

    private async Task BeatOrReport()
    {
        try
        {
            await beat(stopped.Token);
        }
        catch (Exception) when (stopped.IsCancellationRequested)
        {
            // The host stops, and releases the lease instead of renewing it.
        }
        catch (Exception failure)
        {
            // Storage is down. Steps go on if they can: ETags refuse the writes of a host that was replaced meanwhile.
            log.HeartbeatFailed(failure);
        }
    }

    private void SetTimer(DateTimeOffset at)
    {
        lock (gate)
        {
            if (stopped.IsCancellationRequested)
            {
                // Dispose has released whoever waits for another beat.
                return;
            }

            due = at;
            TimeSpan wait = due - time.GetUtcNow();
            timer?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            next.TrySetResult();
            next = NewBeatEnd();
        }
    }

    private static TaskCompletionSource NewBeatEnd() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
