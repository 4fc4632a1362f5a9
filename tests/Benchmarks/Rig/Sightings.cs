namespace FollowUp.Benchmarks.Rig;

/// <summary>When a text passed, as often as it did.</summary>
internal sealed class Sightings(byte[] text)
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
