using NCrontab;

namespace FollowUp.Lives;

/// <summary>
/// Runs one timer function as a host's timer does, by a cron expression with seconds on the test's clock: never twice at once, and rounds
/// that were missed, because the clock jumped, are made up for by one.
/// </summary>
public sealed class Round : IAsyncDisposable
{
    private readonly CrontabSchedule schedule;
    private readonly Func<Task> run;
    private readonly UnderWay work;
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private DateTimeOffset due;
    private bool isRunning;

    public Round(string cron, Func<Task> run, UnderWay work, TimeProvider clock)
    {
        (this.run, this.work, this.clock) = (run, work, clock);
        schedule = CrontabSchedule.Parse(cron, new() { IncludingSeconds = true });
        due = Next();
        timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Wake();
    }

    /// <summary>None begins any more.</summary>
    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private DateTimeOffset Next() => new(schedule.GetNextOccurrence(clock.GetUtcNow().UtcDateTime), TimeSpan.Zero);

    private void Wake()
    {
        lock (gate)
        {
            TimeSpan left = due - clock.GetUtcNow();
            if (isRunning)
            {
                return;
            }

            if (left > TimeSpan.Zero)
            {
                _ = timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }

            isRunning = true;
        }

        work.Run(Go);
    }

    private async Task Go()
    {
        await run();
        lock (gate)
        {
            isRunning = false;
            due = Next();
        }

        Wake();
    }
}
