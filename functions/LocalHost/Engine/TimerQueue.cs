namespace FollowUp.LocalHost.Engine;

/// <summary>The ordered index of when which instance has work. Waiting costs one entry here and no storage request.</summary>
internal sealed class TimerQueue : IDisposable
{
    /// <summary>Timers of the platform take 49 days at most; looking at the clock once a day costs nothing.</summary>
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

    /// <summary>The one alarm of this instance; null for none.</summary>
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

    /// <summary>What the store says about an instance that has not been looked at since. One that has knows better.</summary>
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

    /// <summary>A machine that slept, or a clock that was put right, leaves the timer set for another moment than it was meant for.</summary>
    public void FireOverdue() => FireDue();

    /// <summary>Under the gate: not every clock's timer bears being set while it is thrown away.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timer.Dispose();
        }
    }

    /// <summary>Thousands set their alarms at one moment: nearly all of them come after the first, and then there is nothing to do.</summary>
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
