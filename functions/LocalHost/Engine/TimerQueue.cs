namespace FollowUp.LocalHost.Engine;

/// <summary>
/// When which instance has work next: one entry an instance, ordered by time, and one timer of the platform for the first.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    /// <summary>Timers of the platform take 49 days at most; waking once a day costs nothing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> dueOf = [];
    private readonly SortedSet<(DateTimeOffset Due, string Id)> order = [];
    private readonly TimeProvider time;
    private readonly InFlightWork work;
    private readonly Action<string> fire;
    private readonly ITimer timer;
    private DateTimeOffset? timerDue;
    private bool isDisposed;

    public TimerQueue(TimeProvider time, InFlightWork work, Action<string> fire)
    {
        (this.time, this.work, this.fire) = (time, work, fire);
        timer = time.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset? Next
    {
        get
        {
            lock (gate)
            {
                return order.Count == 0 ? null : order.Min.Due;
            }
        }
    }

    /// <summary>Sets the one due time of this instance; null removes it.</summary>
    public void Schedule(string id, DateTimeOffset? due)
    {
        using IDisposable scheduling = work.Begin();
        lock (gate)
        {
            if (dueOf.Remove(id, out DateTimeOffset before))
            {
                order.Remove((before, id));
            }

            if (due is { } at)
            {
                dueOf.Add(id, at);
                order.Add((at, id));
            }

            if (IsTimerCurrent())
            {
                return;
            }
        }

        FireDue();
    }

    /// <summary>For what is read from the store: an instance that ran since has a newer due time.</summary>
    public void ScheduleIfUnknown(string id, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!dueOf.TryAdd(id, due))
            {
                return;
            }

            order.Add((due, id));
            if (IsTimerCurrent())
            {
                return;
            }
        }

        FireDue();
    }

    /// <summary>Called with each heartbeat: after sleep or a corrected clock, the platform's timer fires at the wrong moment.</summary>
    public void FireOverdue() => FireDue();

    /// <summary>Under the lock: not every clock's timer may be set while it is being disposed of.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timer.Dispose();
        }
    }

    /// <summary>
    /// Of thousands that are scheduled at one moment, nearly all come after the first: then the platform's timer stays as it is.
    /// </summary>
    private bool IsTimerCurrent() => isDisposed || (order.Count > 0 && order.Min.Due == timerDue);

    private void FireDue()
    {
        using IDisposable firing = work.Begin();
        foreach (string id in TakeDue())
        {
            fire(id);
        }
    }

    private List<string> TakeDue()
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            List<string> due = [];
            while (!isDisposed && order.Count > 0 && order.Min is var first && first.Due <= now)
            {
                order.Remove(first);
                dueOf.Remove(first.Id);
                due.Add(first.Id);
            }

            if (!isDisposed)
            {
                timerDue = order.Count == 0 ? null : order.Min.Due;
                TimeSpan wait = order.Count == 0 ? Timeout.InfiniteTimeSpan : order.Min.Due - now;
                timer.Change(wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
            }

            return due;
        }
    }
}
