using System.Collections.Concurrent;

namespace FollowUp.Storage;

/// <summary>One at a time for each name; no promise about order between hosts, none needed.</summary>
internal sealed class Turns
{
    /// <summary>More than the activities that run at once; two names that share a turn only wait a little.</summary>
    private const int Lanes = 256;

    private readonly ConcurrentDictionary<int, SemaphoreSlim> lanes = new();

    public async Task<IDisposable> Take(string name, CancellationToken cancel)
    {
        SemaphoreSlim lane = lanes.GetOrAdd((StringComparer.Ordinal.GetHashCode(name) & int.MaxValue) % Lanes, _ => new(1, 1));
        await lane.WaitAsync(cancel);
        return new Turn(lane);
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
