namespace FollowUp.LocalHost.Engine;

/// <summary>The ordered index of when which instance has work. Waiting costs one entry here and no storage request.</summary>
internal sealed class AlarmClock : IDisposable
{
    /// <summary>Timers of the platform take 49 days at most; looking at the clock once a day costs nothing.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> dueOf = [];
    private readonly SortedSet<(DateTimeOffset Due, string Id)> order = [];
    private readonly TimeProvider time;
    private readonly WorkUnderWay work;
    private readonly Action<string> ring;
    private readonly ITimer timer;
    private DateTimeOffset? setFor;
    private bool isOff;

    public AlarmClock(TimeProvider time, WorkUnderWay work, Action<string> ring)
    {
        (this.time, this.work, this.ring) = (time, work, ring);
        timer = time.CreateTimer(_ => RingDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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
    public void Set(string id, DateTimeOffset? due)
    {
        using IDisposable setting = work.Begin();
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

            if (IsSetRight())
            {
                return;
            }
        }

        RingDue();
    }

    /// <summary>What the store says about an instance that has not been looked at since. One that has knows better.</summary>
    public void Learn(string id, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!dueOf.TryAdd(id, due))
            {
                return;
            }

            order.Add((due, id));
            if (IsSetRight())
            {
                return;
            }
        }

        RingDue();
    }

    /// <summary>A machine that slept, or a clock that was put right, leaves the timer set for another moment than it was meant for.</summary>
    public void LookAgain() => RingDue();

    /// <summary>Under the gate: not every clock's timer bears being set while it is thrown away.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isOff = true;
            timer.Dispose();
        }
    }

    /// <summary>Thousands set their alarms at one moment: nearly all of them come after the first, and then there is nothing to do.</summary>
    private bool IsSetRight() => isOff || (order.Count > 0 && order.Min.Due == setFor);

    private void RingDue()
    {
        using IDisposable ringing = work.Begin();
        foreach (string id in TakeDue())
        {
            ring(id);
        }
    }

    private List<string> TakeDue()
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            List<string> due = [];
            while (!isOff && order.Count > 0 && order.Min is var first && first.Due <= now)
            {
                order.Remove(first);
                dueOf.Remove(first.Id);
                due.Add(first.Id);
            }

            if (!isOff)
            {
                setFor = order.Count == 0 ? null : order.Min.Due;
                TimeSpan nap = order.Count == 0 ? Timeout.InfiniteTimeSpan : order.Min.Due - now;
                timer.Change(nap > LongestNap ? LongestNap : nap, Timeout.InfiniteTimeSpan);
            }

            return due;
        }
    }
}
