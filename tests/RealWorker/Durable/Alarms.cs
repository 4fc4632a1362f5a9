namespace FollowUp.RealWorker.Durable;

/// <summary>What is to happen at moments of the test's clock.</summary>
internal sealed class Alarms(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly HashSet<Alarm> all = [];

    /// <summary>The earliest; null if none is set.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (gate)
            {
                return all.Count == 0 ? null : all.Min(alarm => alarm.At);
            }
        }
    }

    /// <param name="ring">Called at that moment, by whoever moves the clock; at once where it is past.</param>
    public void Set(DateTimeOffset at, Action ring)
    {
        TimeSpan left = at - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            ring();
            return;
        }

        Alarm alarm = new(at);
        lock (gate)
        {
            _ = all.Add(alarm);
        }

        alarm.Timer = clock.CreateTimer(_ => Ring(alarm, ring), null, left, Timeout.InfiniteTimeSpan);
    }

    private void Ring(Alarm alarm, Action ring)
    {
        lock (gate)
        {
            _ = all.Remove(alarm);
        }

        alarm.Timer?.Dispose();
        ring();
    }

    private sealed class Alarm(DateTimeOffset at)
    {
        public DateTimeOffset At => at;

        public ITimer? Timer { get; set; }
    }
}
