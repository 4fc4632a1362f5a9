namespace FollowUp.Benchmarks.Rig;

/// <summary>When something happened, as often as it did.</summary>
internal sealed class EventTimes
{
    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> moments = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return moments.Count;
            }
        }
    }

    public IReadOnlyList<DateTimeOffset> Times
    {
        get
        {
            lock (gate)
            {
                return [.. moments];
            }
        }
    }

    public void Record(int times, DateTimeOffset now)
    {
        lock (gate)
        {
            moments.AddRange(Enumerable.Repeat(now, times));
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            moments.Clear();
        }
    }
}
