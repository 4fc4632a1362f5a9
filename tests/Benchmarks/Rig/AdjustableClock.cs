using System.Collections.Concurrent;

namespace FollowUp.Benchmarks.Rig;

/// <summary>
/// A clock that shows another time, runs as fast as any, and can be put forward: timers due in between then fire at once.
/// </summary>
internal sealed class AdjustableClock(DateTimeOffset start) : TimeProvider
{
    private readonly ConcurrentDictionary<Alarm, bool> alarms = [];
    private long ahead = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm = new(this, callback, state);
        alarms[alarm] = true;
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void AdvanceTo(DateTimeOffset to)
    {
        Interlocked.Add(ref ahead, (to - GetUtcNow()).Ticks);
        foreach (Alarm alarm in alarms.Keys)
        {
            alarm.Rearm();
        }
    }

    public Task WaitUntil(DateTimeOffset moment) => moment > GetUtcNow() ? Task.Delay(moment - GetUtcNow(), System) : Task.CompletedTask;

    /// <summary>The timers of the platform count real time: each is set anew when the clock is put forward.</summary>
    private sealed class Alarm : ITimer
    {
        private readonly AdjustableClock clock;
        private readonly ITimer timer;
        private readonly Lock gate = new();
        private DateTimeOffset? due;
        private TimeSpan every;

        public Alarm(AdjustableClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            timer = System.CreateTimer(_ => Fire(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                every = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                return timer.Change(dueTime, period);
            }
        }

        public void Rearm()
        {
            lock (gate)
            {
                if (due is { } at)
                {
                    TimeSpan left = at - clock.GetUtcNow();
                    timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, every);
                }
            }
        }

        public void Dispose()
        {
            clock.alarms.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(TimerCallback callback, object? state)
        {
            lock (gate)
            {
                due = every == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + every;
            }

            callback(state);
        }
    }
}
