using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// An activity ended; it counts only for the execution that called it, and there only for this very call: a step that was not stored may be taken
/// anew and call another under the same number.
/// </summary>
internal sealed record ActivityResult(string Execution, DateTimeOffset At, CallActivity Call, TaskEnded Ended);

/// <summary>News that an activity was not begun: the next step begins it.</summary>
internal sealed record ActivityNotStarted(string Execution, CallActivity Call);

/// <summary>All that an instance has been told and no step has consumed.</summary>
internal sealed record UnreadMessages(IReadOnlyList<InboxRow> Inbox, IReadOnlyList<ActivityResult> Ended, bool IsInvalidated);

/// <summary>News that someone else wrote to the store: what is in memory is to be read again.</summary>
internal sealed record CacheInvalidated;

/// <summary>
/// An instance as the active host holds it. Anyone may tell it something; one worker at a time takes its steps. What it has
/// been told stays until a step that consumed it is stored.
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

    /// <summary>What is known of the instance; null: it has to be read. Only the worker that steps it writes this.</summary>
    public CachedInstance? Cached { get; set; }

    public int IdleSequence { get; private set; }

    /// <summary>Tells it something, or with null just to look.</summary>
    /// <returns>Whether it must be queued for a step; null: it is evicted and hears nothing more.</returns>
    public bool? Notify(object? news)
    {
        lock (gate)
        {
            if (evicted)
            {
                return null;
            }

            Note(news);
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

    /// <summary>False after someone else wrote. Otherwise this host told it everything there is to know, and need not ask.</summary>
    public bool IsInboxComplete { get; private set; } = true;

    /// <summary>What was read from the store has been told too, by someone on another host.</summary>
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

    /// <summary>What is in memory is out of date: the store knows better, the inbox included.</summary>
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

    /// <summary>A step failed. What it was told it still knows, but for what a held step had read: that is in the store, and is read again.</summary>
    public void HandleFailedStep()
    {
        if (Cached is { HasDeferredCommit: true })
        {
            Invalidate();
        }

        Cached = null;
    }

    /// <returns>False if this host runs the activity already, or holds its result.</returns>
    public bool TryBegin(string execution, CallActivity activity)
    {
        lock (gate)
        {
            return !ended.Any(result => result.Execution == execution && result.Call == activity)
                && running.Add((execution, activity));
        }
    }

    /// <returns>False if it was told more during the step, and must step again.</returns>
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

    /// <summary>Leaves memory for good, unless something is going on, lies unread or is not stored yet: what an activity came to is nowhere else.</summary>
    public bool TryEvict(bool evenIfActivitiesRun)
    {
        lock (gate)
        {
            return evicted = !queued && IsInboxComplete && Cached is not { HasDeferredCommit: true } && inbox.Count == 0 && (evenIfActivitiesRun || (running.Count == 0 && ended.Count == 0));
        }
    }

    private void Note(object? news)
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
            case ActivityNotStarted waiting:
                running.Remove((waiting.Execution, waiting.Call));
                break;
            case CacheInvalidated:
                invalidated = true;
                break;
        }
    }
}
