using FollowUp.LocalHost.Engine;

namespace FollowUp.LocalHost.Hosting;

/// <summary>
/// Knows whether anything is under way: a step, an activity, an HTTP or timer function, storage work, or something due that
/// has not begun. A driver waits for stillness, jumps the clock to <see cref="NextAlarm"/>, and so lives a year in a minute.
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
    /// The earliest moment at which a durable timer, a retry or a delayed start is due; null if none is. Timer functions do
    /// not count: they come round for ever.
    /// </summary>
    public DateTimeOffset? NextAlarm => engine.NextAlarm;

    /// <summary>Completes when all is still. What a caller is about to do, it cannot know.</summary>
    public async Task WhenIdle(CancellationToken cancel)
    {
        while (true)
        {
            await work.WhenIdle().WaitAsync(cancel);
            // Let go of the thread once: whoever was just told that something ended may be about to begin something.
            await Task.Yield();
            if (IsIdle)
            {
                return;
            }

            if (work.IsIdle)
            {
                // An alarm is due by the wall clock, and its ring is on the way.
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancel);
            }
        }
    }
}
