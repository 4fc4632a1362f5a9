using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Puts what an instance has been told in the order in which it came about.</summary>
internal static class EventCollector
{
    public static List<IncomingEvent> Collect(CachedInstance cached, UnreadMessages unread, DateTimeOffset now)
    {
        List<(DateTimeOffset At, IncomingEvent What)> told = [.. Events(cached, unread), .. Results(cached, unread), .. Timers(cached, now)];
        List<IncomingEvent> happenings = [.. told.OrderBy(happening => happening.At).Select(happening => happening.What)];
        // The very first step begins with what the execution before this one left unread.
        return cached.State.HasStarted ? happenings : [new Started(), .. cached.State.CarriedOver, .. happenings];
    }

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Events(CachedInstance cached, UnreadMessages unread)
    {
        if (unread.Inbox.Count == 0)
        {
            yield break;
        }

        HashSet<string> known = [.. cached.History.SelectMany(step => step.Happened).OfType<EventRaised>().Select(raised => raised.Message)];
        foreach (InboxRow row in unread.Inbox)
        {
            switch (row.Message)
            {
                case Raise raise when known.Add(row.Key):
                    yield return (row.At, new EventRaised(raise.Name, raise.Payload, row.Key));
                    break;
                case ChildEnded child when child.Execution == cached.State.Execution && cached.Outstanding.Awaits(child.Task):
                    yield return (row.At, new TaskEnded(child.Task, child.Result, child.Failure));
                    break;
            }
        }
    }

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Results(CachedInstance cached, UnreadMessages unread) => unread.Ended
        .Where(result => result.Execution == cached.State.Execution && cached.Outstanding.Activities.Contains(result.Call))
        .Select(result => (result.At, (IncomingEvent)result.Ended));

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Timers(CachedInstance cached, DateTimeOffset now) => cached.Outstanding.DueAt(now)
        .Select(timer => (timer.Due, (IncomingEvent)new TimerFired(timer.Id)));
}
