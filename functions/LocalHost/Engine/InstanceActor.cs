using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// How an activity ended. It counts only for the execution and the very call it belongs to: a step that was lost is run again, and may
/// then call another activity under the same number.
/// </summary>
internal sealed record ActivityResult(string Execution, DateTimeOffset At, CallActivity Call, TaskEnded Ended);

/// <summary>An activity could not begin, because the lease had expired: the next step begins it.</summary>
internal sealed record ActivityNotStarted(string Execution, CallActivity Call);

/// <summary>All that an instance has been notified of and no stored step has consumed.</summary>
internal sealed record UnreadMessages(IReadOnlyList<InboxRow> Inbox, IReadOnlyList<ActivityResult> Ended, bool IsInvalidated);

/// <summary>Notifies an instance that someone else wrote to the store: it has to be loaded again.</summary>
internal sealed record CacheInvalidated;

/// <summary>
/// One instance in the active host's memory: its mailbox, its cached state, and the guarantee that one worker at a time runs it. Any
/// thread may notify it. A message stays in the mailbox until a step that consumed it is stored.
/// </summary>
internal sealed class InstanceActor(string id)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, InboxRow> inbox = new(StringComparer.Ordinal);
    private readonly List<ActivityResult> ended = [];
    private readonly HashSet<(string Execution, CallActivity Call)> running = [];
    private bool invalidated;
    private bool queued;
    private bool hasMore;
    private bool evicted;

    public string Id => id;

    /// <summary>Null: it has to be loaded. Written only by the worker that runs its step.</summary>
    public CachedInstance? Cached { get; set; }

    /// <summary>Counts how often it went idle, by which an older entry in the eviction queue is recognised.</summary>
    public int IdleSequence { get; private set; }

    /// <summary>Adds to its mailbox; null only makes it run a step.</summary>
    /// <returns>Whether the caller must queue it for a step; null: it was evicted, and the message is not kept.</returns>
    public bool? Notify(object? news)
    {
        lock (gate)
        {
            if (evicted)
            {
                return null;
            }

            AddToMailbox(news);
            hasMore = queued;
            return !queued && (queued = true);
        }
    }

    public UnreadMessages PeekUnread()
    {
        lock (gate)
        {
            hasMore = false;
            return new([.. inbox.Values], [.. ended], invalidated);
        }
    }

    /// <summary>False after someone else wrote; else every message came through this host, and the stored inbox need not be read.</summary>
    public bool IsInboxComplete { get; private set; } = true;

    /// <summary>Adds the messages that another host stored.</summary>
    public void AddStored(IEnumerable<InboxRow> rows)
    {
        lock (gate)
        {
            IsInboxComplete = true;
            foreach (InboxRow row in rows)
            {
                inbox[row.Key] = row;
            }
        }
    }

    public void Consume(IEnumerable<string> rows)
    {
        lock (gate)
        {
            foreach (string row in rows)
            {
                inbox.Remove(row);
            }
        }
    }

    public void Consume(IReadOnlyCollection<ActivityResult> results)
    {
        lock (gate)
        {
            ended.RemoveAll(results.Contains);
        }
    }

    /// <summary>Drops what is cached, the inbox included: the store has newer data.</summary>
    public void Invalidate()
    {
        lock (gate)
        {
            Cached = null;
            inbox.Clear();
            IsInboxComplete = false;
            invalidated = false;
        }
    }

    /// <summary>
    /// After a failed step it is loaded again. Its mailbox is kept, unless a deferred step has consumed from it: those messages are still
    /// stored.
    /// </summary>
    public void HandleFailedStep()
    {
        if (Cached is { HasDeferredCommit: true })
        {
            Invalidate();
        }

        Cached = null;
    }

    /// <returns>False if this host runs the activity already, or has its result in the mailbox.</returns>
    public bool TryBegin(string execution, CallActivity activity)
    {
        lock (gate)
        {
            return !ended.Any(result => result.Execution == execution && result.Call == activity)
                && running.Add((execution, activity));
        }
    }

    /// <returns>False if it was notified during the step, and must run another.</returns>
    public bool TryGoIdle()
    {
        lock (gate)
        {
            IdleSequence++;
            queued = hasMore;
            return !hasMore;
        }
    }

    public bool HasUnreadMessages
    {
        get
        {
            lock (gate)
            {
                return inbox.Count > 0;
            }
        }
    }

    /// <summary>Leaves memory, unless it is queued, or has unread or unstored data: activity results exist nowhere else.</summary>
    public bool TryEvict(bool evenIfActivitiesRun)
    {
        lock (gate)
        {
            bool isStored = IsInboxComplete && inbox.Count == 0 && Cached is not { HasDeferredCommit: true };
            bool hasActivities = running.Count > 0 || ended.Count > 0;
            return evicted = !queued && isStored && (evenIfActivitiesRun || !hasActivities);
        }
    }

    private void AddToMailbox(object? news)
    {
        switch (news)
        {
            case InboxRow row:
                inbox[row.Key] = row;
                break;
            case ActivityResult result:
                running.Remove((result.Execution, result.Call));
                ended.Add(result);
                break;
            case ActivityNotStarted notStarted:
                running.Remove((notStarted.Execution, notStarted.Call));
                break;
            case CacheInvalidated:
                invalidated = true;
                break;
        }
    }
}
