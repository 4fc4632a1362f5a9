using System.Collections.Concurrent;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Instances somebody's write to which failed and may have been done all the same. The active host looks at them at once, and
/// whoever it is by then again with the next heartbeat: a request that was given up can arrive late.
/// </summary>
internal sealed class UncertainWrites(Action<string> lookNow)
{
    private readonly ConcurrentQueue<string> waiting = new();

    public void Add(string instance)
    {
        lookNow(instance);
        waiting.Enqueue(instance);
    }

    /// <summary>Those that cannot be passed on now are passed on with a later heartbeat.</summary>
    public async Task RecheckAll(Func<string, Task> tell)
    {
        for (int left = waiting.Count; left > 0 && waiting.TryPeek(out string? instance); left--)
        {
            await tell(instance);
            waiting.TryDequeue(out _);
        }
    }
}
