using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Turns unread messages, activity results and due timers into the events of the next step, in the order of their moments.
/// </summary>
internal static class EventCollector
{
    public static List<IncomingEvent> Collect(CachedInstance cached, UnreadMessages unread, DateTimeOffset now)
    {
        List<(DateTimeOffset At, IncomingEvent Event)> collected =
            [.. Messages(cached, unread), .. Results(cached, unread), .. Timers(cached, now)];
        List<IncomingEvent> ordered = [.. collected.OrderBy(one => one.At).Select(one => one.Event)];
        // The first step of an execution begins with what the one before left unread.
        return cached.State.HasStarted ? ordered : [new Started(), .. cached.State.CarriedOver, .. ordered];
    }

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Messages(CachedInstance cached, UnreadMessages unread)
    {
        if (unread.Inbox.Count == 0)
        {
            yield break;
        }

        IEnumerable<EventRaised> read = cached.History.SelectMany(step => step.Happened).OfType<EventRaised>();
        HashSet<string> known = [.. read.Select(raised => raised.Message)];
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

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Timers(CachedInstance cached, DateTimeOffset now) =>
        cached.Outstanding.DueAt(now).Select(timer => (timer.Due, (IncomingEvent)new TimerFired(timer.Id)));
}
