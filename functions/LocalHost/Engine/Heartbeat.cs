using FollowUp.LocalHost.TaskHub;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Beats every ten seconds, one beat at a time, until it is stopped.</summary>
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

    /// <summary>Whether it is so, now or once the beat that is under way or overdue has ended.</summary>
    public async Task<bool> WaitFor(Func<bool> condition, CancellationToken cancel)
    {
        while (!condition())
        {
            if (CurrentBeat() is not { IsCompleted: false } beat)
            {
                // It may have ended just now.
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

    /// <summary>Under the same lock as its setting: not every clock's timer bears being set while it is thrown away.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopped.Cancel();
            timer?.Dispose();
            next.TrySetResult();
        }
    }

    /// <returns>The end of the beat that is under way or overdue; null if none is.</returns>
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

                // One shot each, not a period: a clock that jumps a year must not beat three million times. One that jumped during
                // the beat has outrun the lease that was just renewed: the next beat comes at once.
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
            // The host stops: the lease is let go of, not renewed.
        }
        catch (Exception failure)
        {
            // Storage is away. Work goes on if it can: a write of a host that was replaced meanwhile does not succeed.
            log.HeartbeatFailed(failure);
        }
    }

    private void SetTimer(DateTimeOffset at)
    {
        lock (gate)
        {
            if (stopped.IsCancellationRequested)
            {
                // Whoever waits for another beat was told that there is none.
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
