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

    public Search Search() => new(text);

    public void See(int times, DateTimeOffset now)
    {
        lock (gate)
        {
            moments.AddRange(Enumerable.Repeat(now, times));
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
