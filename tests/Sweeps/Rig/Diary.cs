using System.Collections.Concurrent;

namespace FollowUp.Sweeps.Rig;

/// <summary>What activities of the engine's scenarios did, and how often.</summary>
public sealed class Diary
{
    private readonly ConcurrentDictionary<string, int> times = new();

    public IReadOnlyDictionary<string, int> Times => times;

    public void Write(string what) => times.AddOrUpdate(what, 1, (_, before) => before + 1);

    /// <returns>Whether it was not written before.</returns>
    public bool WriteOnce(string what) => times.TryAdd(what, 1);
}
