namespace FollowUp.Benchmarks.Rig;

/// <summary>When a text passed, as often as it did.</summary>
sealed class Sightings(byte[] text)
{
    readonly Lock gate = new();
    readonly List<DateTimeOffset> moments = [];

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

    public IReadOnlyList<DateTimeOffset> Moments
    {
        get
        {
            lock (gate)
            {
                return [.. moments];
            }
        }
    }

    public void Look(ReadOnlySpan<byte> at, DateTimeOffset now)
    {
        int seen = at.Count(text);
        if (seen > 0)
        {
            lock (gate)
            {
                moments.AddRange(Enumerable.Repeat(now, seen));
            }
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            moments.Clear();
        }
    }
}
