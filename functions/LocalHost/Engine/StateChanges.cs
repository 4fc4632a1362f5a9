using System.Collections.Concurrent;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Lets callers wait until an instance's state matches a condition.</summary>
internal sealed class StateChanges
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Subscription, bool>> subscriptions = new();

    public void Publish(InstanceState state)
    {
        if (subscriptions.TryGetValue(state.Id, out ConcurrentDictionary<Subscription, bool>? list))
        {
            foreach (Subscription subscription in list.Keys)
            {
                subscription.Offer(state);
            }
        }
    }

    public Subscription Subscribe(string id, Predicate<InstanceState> wanted)
    {
        Subscription subscription = new(wanted, self =>
        {
            if (subscriptions.TryGetValue(id, out ConcurrentDictionary<Subscription, bool>? list)
                && list.TryRemove(self, out _) && list.IsEmpty)
            {
                subscriptions.TryRemove(new(id, list));
            }
        });
        // A list that was removed for being empty just now would never be published to: check that it is still the one.
        ConcurrentDictionary<Subscription, bool> mine;
        do
        {
            mine = subscriptions.GetOrAdd(id, _ => new());
            mine.TryAdd(subscription, true);
        }
        while (!subscriptions.TryGetValue(id, out ConcurrentDictionary<Subscription, bool>? current) || current != mine);
        return subscription;
    }

    public sealed class Subscription(Predicate<InstanceState> wanted, Action<Subscription> end) : IDisposable
    {
        private readonly TaskCompletionSource<InstanceState> matched = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<InstanceState> Matched => matched.Task;

        public void Offer(InstanceState state)
        {
            if (wanted(state))
            {
                matched.TrySetResult(state);
            }
        }

        public void Dispose() => end(this);
    }
}
