using System.Collections.Concurrent;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Instances with a failed write that may have been done all the same. The active host rechecks them at once and, since an abandoned
/// request can still arrive late, again with the next heartbeat.
/// </summary>
internal sealed class UncertainWrites(Action<string> recheckNow)
{
    private readonly ConcurrentQueue<string> waiting = new();

    public void Add(string instance)
    {
        recheckNow(instance);
        waiting.Enqueue(instance);
    }

    /// <summary>Those that fail stay for a later heartbeat.</summary>
    public async Task RecheckAll(Func<string, Task> recheck)
    {
        for (int left = waiting.Count; left > 0 && waiting.TryPeek(out string? instance); left--)
        {
            await recheck(instance);
            waiting.TryDequeue(out _);
        }
    }
}
