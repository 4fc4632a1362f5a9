using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FollowUp.LocalHost.Engine;

/// <summary>The instances in memory, and the queue of those that have a step to take.</summary>
internal sealed class Instances(WorkUnderWay work)
{
    /// <summary>A waiting instance needs no memory at all; these, more than come due at one moment, save the read when they wake.</summary>
    private const int WarmMax = 12_000;

    /// <summary>An instance lies in the queue once for every rest; only the last one counts.</summary>
    private const int RestsMax = 4 * WarmMax;

    private readonly ConcurrentDictionary<string, Instance> known = new();
    private readonly ConcurrentQueue<(Instance Instance, int Rests)> resting = new();
    private int count;
    private readonly Channel<(Instance Instance, IDisposable Work)> ready = Channel.CreateUnbounded<(Instance, IDisposable)>();

    public ChannelReader<(Instance Instance, IDisposable Work)> Ready => ready.Reader;

    public Instance? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>Tells an instance something (null: to look), and queues it for a step.</summary>
    public void Tell(string id, object? news)
    {
        IDisposable token = work.Begin();
        while (true)
        {
            Instance instance = known.TryGetValue(id, out Instance? there) ? there : new(id);
            if (there is null && !Add(instance))
            {
                continue;
            }

            if (instance.Tell(news) is { } mustQueue)
            {
                Queue(instance, mustQueue, token);
                return;
            }
        }
    }

    /// <summary>Tells it only if it is in memory: how an activity ended means nothing to an instance that is gone.</summary>
    public void TellIfKnown(Instance instance, object news)
    {
        IDisposable token = work.Begin();
        Queue(instance, instance.Tell(news) is true, token);
    }

    /// <summary>An instance that was just stored need not be read for its first step.</summary>
    public void Welcome(WarmInstance warm)
    {
        IDisposable token = work.Begin();
        Instance fresh = new(warm.State.Id) { Warm = warm };
        if (Add(fresh))
        {
            Queue(fresh, fresh.Tell(null) is true, token);
        }
        else
        {
            token.Dispose();
            Tell(warm.State.Id, new Outdated());
        }
    }

    /// <summary>After a step: again if it was told more meanwhile, else to rest, or out of memory if it has ended.</summary>
    public void AfterStep(Instance instance, IDisposable token)
    {
        if (!instance.Rest())
        {
            Queue(instance, true, token);
            return;
        }

        if (instance.Warm is null or { State.HasEnded: true })
        {
            Retire(instance, evenIfActivitiesRun: instance.Warm is not null);
        }
        else
        {
            resting.Enqueue((instance, instance.Rests));
            RetireOldest();
        }

        token.Dispose();
    }

    /// <summary>Those that have been told something which lies in the store, unread.</summary>
    public IEnumerable<string> WithMail => known.Values.Where(instance => instance.HasMail).Select(instance => instance.Id);

    /// <summary>Those of which something is still to be stored.</summary>
    public IEnumerable<string> WithDeferredCommits => known.Values.Where(instance => instance.Warm is { HasDeferredCommit: true }).Select(instance => instance.Id);

    public void Close() => ready.Writer.TryComplete();

    private bool Add(Instance instance)
    {
        bool isNew = known.TryAdd(instance.Id, instance);
        _ = Interlocked.Add(ref count, isNew ? 1 : 0);
        return isNew;
    }

    private void Queue(Instance instance, bool must, IDisposable token)
    {
        if (!must || !ready.Writer.TryWrite((instance, token)))
        {
            token.Dispose();
        }
    }

    private void RetireOldest()
    {
        while ((Volatile.Read(ref count) > WarmMax || resting.Count > RestsMax) && resting.TryDequeue(out (Instance Instance, int Rests) oldest))
        {
            if (oldest.Instance.Rests == oldest.Rests)
            {
                Retire(oldest.Instance, evenIfActivitiesRun: false);
            }
        }
    }

    private void Retire(Instance instance, bool evenIfActivitiesRun)
    {
        if (instance.Retire(evenIfActivitiesRun))
        {
            _ = Interlocked.Add(ref count, known.TryRemove(new(instance.Id, instance)) ? -1 : 0);
        }
    }
}
