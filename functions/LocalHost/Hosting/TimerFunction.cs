using FollowUp.LocalHost.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>
/// Runs one timer function by its schedule: never twice at once, and only on the active host. Several missed runs, because the machine
/// slept or a run took long, are made up for by one.
/// </summary>
internal sealed class TimerFunction(
    BoundFunction function, TimerSchedule schedule, bool runOnStart, Func<bool> mayRun, TimeProvider time, InFlightWork work, ILogger log)
    : IDisposable
{
    /// <summary>Timers of the platform take 49 days at most; waking once a day costs nothing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>What counts as on time: a busy machine is a little late with everything.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private ITimer? timer;
    private DateTimeOffset due;
    private DateTimeOffset last;
    private bool isRunning;

    public void Start()
    {
        DateTimeOffset now = time.GetUtcNow();
        due = runOnStart ? now : schedule.Next(now);
        timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Wake();
    }

    /// <summary>No run begins any more; a running one may end until <paramref name="patience"/> is cancelled.</summary>
    public async Task Stop(CancellationToken patience)
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            if (!isRunning)
            {
                return;
            }
        }

        using CancellationTokenRegistration impatience = patience.Register(stop.Cancel);
        await idle.Task;
    }

    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
        }

        stop.Dispose();
    }

    private void Wake()
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (timer is null || isRunning)
            {
                return;
            }

            if (due > now)
            {
                TimeSpan wait = due - now;
                timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
                return;
            }

            isRunning = true;
        }

        IDisposable running = work.Begin();
        _ = Task.Run(() => Run(running));
    }

    private async Task Run(IDisposable running)
    {
        using (running)
        {
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset next = schedule.Next(now);
            if (mayRun())
            {
                await Run(new TimerInfo
                {
                    IsPastDue = now - due > Punctual,
                    ScheduleStatus = new() { Last = last.UtcDateTime, Next = next.UtcDateTime, LastUpdated = last.UtcDateTime },
                });
                last = now;
            }

            lock (gate)
            {
                isRunning = false;
                due = next;
                if (timer is null)
                {
                    idle.TrySetResult();
                }
            }

            Wake();
        }
    }

    private async Task Run(TimerInfo info)
    {
        try
        {
            await function.Run(info, stop.Token);
        }
        catch (Exception failure)
        {
            // The schedule goes on after a failed run.
            log.FunctionFailed(function.Method.Name, failure);
        }
    }
}
