using FollowUp.LocalHost.Engine;

namespace FollowUp.LocalHost.Hosting;

/// <summary>
/// Knows whether the host is idle: no step, activity, HTTP or timer function, no storage work, and nothing due that has not begun. A test
/// waits until it is, moves the clock to <see cref="NextAlarm"/>, and so runs a year in a minute.
/// </summary>
public sealed class IdleDetector
{
    private readonly InFlightWork work;
    private readonly HubEngine engine;

    internal IdleDetector(InFlightWork work, HubEngine engine)
    {
        (this.work, this.engine) = (work, engine);
    }

    public bool IsIdle => work.IsIdle && !(engine.NextAlarm <= engine.Time.GetUtcNow());

    /// <summary>
    /// The earliest moment at which a durable timer, a retry or a delayed start is due; null if none is. Timer functions do not count: they
    /// recur for ever.
    /// </summary>
    public DateTimeOffset? NextAlarm => engine.NextAlarm;

    /// <summary>Completes when the host is idle. What a caller is about to do, it cannot know.</summary>
    public async Task WhenIdle(CancellationToken cancel)
    {
        while (true)
        {
            await work.WhenIdle().WaitAsync(cancel);
            // Yield once: a continuation of what has just ended may be about to begin more work.
            await Task.Yield();
            if (IsIdle)
            {
                return;
            }

            if (work.IsIdle)
            {
                // A timer is due by the wall clock, and its callback is on the way.
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancel);
            }
        }
    }
}
