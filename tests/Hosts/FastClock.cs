namespace FollowUp.Hosts;

/// <summary>
/// A clock that showed <paramref name="from"/> at <paramref name="since"/> and runs faster than time: all processes that are told the
/// same read the same.
/// </summary>
internal sealed class FastClock(DateTimeOffset from, DateTimeOffset since, double speed) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => from + ((System.GetUtcNow() - since) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), Real);

    /// <summary>Rounded up: the system's timers count milliseconds, and one that rings early by this clock would ring in vain.</summary>
    private TimeSpan Real(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan
            || time == TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed));

    private sealed class FastTimer(ITimer timer, Func<TimeSpan, TimeSpan> real) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(real(dueTime), real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
