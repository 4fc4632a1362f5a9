using System.Collections.Concurrent;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Lets callers wait until an instance stands in a certain way.</summary>
internal sealed class Changes
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Watch, bool>> watches = new();

    public void Announce(InstanceState state)
    {
        if (watches.TryGetValue(state.Id, out ConcurrentDictionary<Watch, bool>? list))
        {
            foreach (Watch watch in list.Keys)
            {
                watch.See(state);
            }
        }
    }

    public Watch Watching(string id, Predicate<InstanceState> wanted)
    {
        Watch watch = new(wanted, self =>
        {
            if (watches.TryGetValue(id, out ConcurrentDictionary<Watch, bool>? list) && list.TryRemove(self, out _) && list.IsEmpty)
            {
                watches.TryRemove(new(id, list));
            }
        });
        // A list that was just removed for being empty would never be announced to: look once more that it is the one.
        ConcurrentDictionary<Watch, bool> mine;
        do
        {
            mine = watches.GetOrAdd(id, _ => new());
            mine.TryAdd(watch, true);
        }
        while (!watches.TryGetValue(id, out ConcurrentDictionary<Watch, bool>? current) || current != mine);
        return watch;
    }

    public sealed class Watch(Predicate<InstanceState> wanted, Action<Watch> end) : IDisposable
    {
        private readonly TaskCompletionSource<InstanceState> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<InstanceState> Seen => seen.Task;

        public void See(InstanceState state)
        {
            if (wanted(state))
            {
                seen.TrySetResult(state);
            }
        }

        public void Dispose() => end(this);
    }
}
