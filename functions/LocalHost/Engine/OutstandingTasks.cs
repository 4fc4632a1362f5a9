namespace FollowUp.LocalHost.Engine;

/// <summary>What an orchestration still waits for. Derived from the history alone, so a crash loses none of it.</summary>
internal sealed class OutstandingTasks
{
    private readonly Dictionary<int, CallActivity> activities = [];
    private readonly Dictionary<int, SetTimer> timers = [];
    private readonly Dictionary<int, StartChild> children = [];

    public OutstandingTasks()
    {
    }

    private OutstandingTasks(OutstandingTasks other) =>
        (activities, timers, children) = (new(other.activities), new(other.timers), new(other.children));

    public IReadOnlyCollection<CallActivity> Activities => activities.Values;

    public IReadOnlyCollection<StartChild> Children => children.Values;

    /// <summary>No activity, no sub-orchestration and no timer. It may still await an event.</summary>
    public bool IsEmpty => activities.Count == 0 && timers.Count == 0 && children.Count == 0;

    public DateTimeOffset? NextTimer => timers.Count == 0 ? null : timers.Values.Min(timer => timer.Due);

    /// <summary>What it would wait for after one more step.</summary>
    public OutstandingTasks With(Step step)
    {
        OutstandingTasks outstanding = new(this);
        outstanding.Apply(step);
        return outstanding;
    }

    public static OutstandingTasks FromHistory(IEnumerable<Step> history)
    {
        OutstandingTasks outstanding = new();
        foreach (Step step in history)
        {
            outstanding.Apply(step);
        }

        return outstanding;
    }

    public bool Awaits(int task) => activities.ContainsKey(task) || children.ContainsKey(task);

    public IEnumerable<SetTimer> DueAt(DateTimeOffset now) => timers.Values.Where(timer => timer.Due <= now);

    /// <summary>Timers that the code cancelled in a step, of which the SDK says only when they were due.</summary>
    /// <param name="dues">One for each cancelled timer.</param>
    /// <returns>
    /// None where another timer is due at the same moment, or fired in this very step: which one was cancelled cannot be told. Waking for
    /// nothing does no harm.
    /// </returns>
    public IReadOnlyList<CancelTimer> CancelledBy(Step step, IReadOnlyCollection<DateTime> dues)
    {
        if (dues.Count == 0)
        {
            return [];
        }

        OutstandingTasks after = With(step);
        List<DateTime?> fired =
            [.. step.Happened.OfType<TimerFired>().Select(timer => timers.GetValueOrDefault(timer.Id)?.Due.UtcDateTime)];
        return
        [
            .. from cancelled in dues.GroupBy(due => due)
               let set = after.timers.Values.Where(timer => timer.Due.UtcDateTime == cancelled.Key).ToList()
               where set.Count <= cancelled.Count() - fired.Count(due => due == cancelled.Key)
               from timer in set
               select new CancelTimer(timer.Id),
        ];
    }

    public void Apply(Step step)
    {
        foreach (IncomingEvent incoming in step.Happened)
        {
            Apply(incoming);
        }

        foreach (Decision decision in step.Decided)
        {
            Apply(decision);
        }
    }

    private void Apply(IncomingEvent incoming)
    {
        switch (incoming)
        {
            case TaskEnded ended:
                activities.Remove(ended.Id);
                children.Remove(ended.Id);
                break;
            case TimerFired fired:
                timers.Remove(fired.Id);
                break;
        }
    }

    private void Apply(Decision decision)
    {
        switch (decision)
        {
            case CallActivity call:
                activities.Add(call.Id, call);
                break;
            case SetTimer timer:
                timers.Add(timer.Id, timer);
                break;
            case CancelTimer cancelled:
                timers.Remove(cancelled.Id);
                break;
            case StartChild child:
                children.Add(child.Id, child);
                break;
        }
    }
}
