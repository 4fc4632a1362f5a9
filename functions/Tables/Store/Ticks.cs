namespace FollowUp.Tables.Store;

/// <summary>Moments that only go on, whatever the clock does.</summary>
internal sealed class Ticks(TimeProvider time, DateTime last)
{
    public DateTime Last { get; private set; } = last;

    public DateTime Next()
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return Last = now > Last ? now : Last.AddTicks(1);
    }
}
