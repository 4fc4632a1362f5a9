namespace FollowUp.Tables.Store;

/// <summary>Strictly increasing timestamps, whatever the clock does: ETags are made of them.</summary>
internal sealed class MonotonicClock(TimeProvider time, DateTime last)
{
    public DateTime Last { get; private set; } = last;

    public DateTime Next()
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return Last = now > Last ? now : Last.AddTicks(1);
    }
}
