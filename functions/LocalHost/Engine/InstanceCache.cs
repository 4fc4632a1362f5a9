using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// The instances in memory, of which the least recently used are evicted, and the queue of those that have a step to run. An instance is
/// in the queue at most once; a message that arrives while it runs queues it again afterwards.
/// </summary>
internal sealed class InstanceCache(InFlightWork work)
{
    /// <summary>
    /// A waiting instance needs no memory; keeping as many as may come due at one moment saves loading them when they wake.
    /// </summary>
    private const int CachedMax = 12_000;

    /// <summary>The eviction queue has an entry for each time an instance went idle; only the last one counts.</summary>
    private const int IdleQueueMax = 4 * CachedMax;

    private readonly ConcurrentDictionary<string, InstanceActor> known = new();
    private readonly ConcurrentQueue<(InstanceActor Instance, int IdleSequence)> idle = new();
    private int count;
    private readonly Channel<(InstanceActor Instance, IDisposable Work)> ready = Channel.CreateUnbounded<(InstanceActor, IDisposable)>();

    public ChannelReader<(InstanceActor Instance, IDisposable Work)> Ready => ready.Reader;

    public InstanceActor? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>Notifies an instance (null: of nothing but that it must run), and queues it for a step.</summary>
    public void Notify(string id, object? news)
    {
        IDisposable token = work.Begin();
        while (true)
        {
            InstanceActor instance = known.TryGetValue(id, out InstanceActor? there) ? there : new(id);
            if (there is null && !TryAdd(instance))
            {
                continue;
            }

            if (instance.Notify(news) is { } mustQueue)
            {
                Enqueue(instance, mustQueue, token);
                return;
            }
        }
    }

    /// <summary>Only if it is still in memory: an activity's result means nothing to an instance that was evicted.</summary>
    public void NotifyIfCached(InstanceActor instance, object news)
    {
        IDisposable token = work.Begin();
        Enqueue(instance, instance.Notify(news) is true, token);
    }

    /// <summary>An instance that was just stored need not be loaded for its first step.</summary>
    public void AddNew(CachedInstance cached)
    {
        IDisposable token = work.Begin();
        InstanceActor fresh = new(cached.State.Id) { Cached = cached };
        if (TryAdd(fresh))
        {
            Enqueue(fresh, fresh.Notify(null) is true, token);
        }
        else
        {
            token.Dispose();
            Notify(cached.State.Id, new CacheInvalidated());
        }
    }

    /// <summary>After a step: queued again if it was notified meanwhile, else idle, or evicted if it has ended.</summary>
    public void AfterStep(InstanceActor instance, IDisposable token)
    {
        if (!instance.TryGoIdle())
        {
            Enqueue(instance, true, token);
            return;
        }

        if (instance.Cached is null or { State.HasEnded: true })
        {
            Evict(instance, evenIfActivitiesRun: instance.Cached is not null);
        }
        else
        {
            idle.Enqueue((instance, instance.IdleSequence));
            EvictOldest();
        }

        token.Dispose();
    }

    /// <summary>Those with stored messages that no step has read.</summary>
    public IEnumerable<string> WithUnreadMessages =>
        known.Values.Where(instance => instance.HasUnreadMessages).Select(instance => instance.Id);

    /// <summary>Those with steps that are not stored yet.</summary>
    public IEnumerable<string> WithDeferredCommits =>
        known.Values.Where(instance => instance.Cached is { HasDeferredCommit: true }).Select(instance => instance.Id);

    public void Close() => ready.Writer.TryComplete();

    private bool TryAdd(InstanceActor instance)
    {
        bool isNew = known.TryAdd(instance.Id, instance);
        _ = Interlocked.Add(ref count, isNew ? 1 : 0);
        return isNew;
    }

    private void Enqueue(InstanceActor instance, bool must, IDisposable token)
    {
        if (!must || !ready.Writer.TryWrite((instance, token)))
        {
            token.Dispose();
        }
    }

    private void EvictOldest()
    {
        while ((Volatile.Read(ref count) > CachedMax || idle.Count > IdleQueueMax)
            && idle.TryDequeue(out (InstanceActor Instance, int IdleSequence) oldest))
        {
            if (oldest.Instance.IdleSequence == oldest.IdleSequence)
            {
                Evict(oldest.Instance, evenIfActivitiesRun: false);
            }
        }
    }

    private void Evict(InstanceActor instance, bool evenIfActivitiesRun)
    {
        if (instance.TryEvict(evenIfActivitiesRun))
        {
            _ = Interlocked.Add(ref count, known.TryRemove(new(instance.Id, instance)) ? -1 : 0);
        }
    }
}
