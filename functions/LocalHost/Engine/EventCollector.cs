using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Puts what an instance has been told in the order in which it came about.</summary>
internal static class EventCollector
{
    public static List<IncomingEvent> Collect(WarmInstance warm, Mail mail, DateTimeOffset now)
    {
        List<(DateTimeOffset At, IncomingEvent What)> told = [.. Events(warm, mail), .. Results(warm, mail), .. Timers(warm, now)];
        List<IncomingEvent> happenings = [.. told.OrderBy(happening => happening.At).Select(happening => happening.What)];
        // The very first step begins with what the execution before this one left unread.
        return warm.State.HasStarted ? happenings : [new Started(), .. warm.State.CarriedOver, .. happenings];
    }

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Events(WarmInstance warm, Mail mail)
    {
        if (mail.Inbox.Count == 0)
        {
            yield break;
        }

        HashSet<string> known = [.. warm.History.SelectMany(step => step.Happened).OfType<EventRaised>().Select(raised => raised.Message)];
        foreach (InboxRow row in mail.Inbox)
        {
            switch (row.Message)
            {
                case Raise raise when known.Add(row.Key):
                    yield return (row.At, new EventRaised(raise.Name, raise.Payload, row.Key));
                    break;
                case ChildEnded child when child.Execution == warm.State.Execution && warm.Outstanding.Awaits(child.Task):
                    yield return (row.At, new TaskEnded(child.Task, child.Result, child.Failure));
                    break;
            }
        }
    }

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Results(WarmInstance warm, Mail mail) => mail.Ended
        .Where(result => result.Execution == warm.State.Execution && warm.Outstanding.Activities.Contains(result.Call))
        .Select(result => (result.At, (IncomingEvent)result.Ended));

    private static IEnumerable<(DateTimeOffset, IncomingEvent)> Timers(WarmInstance warm, DateTimeOffset now) => warm.Outstanding.DueAt(now)
        .Select(timer => (timer.Due, (IncomingEvent)new TimerFired(timer.Id)));
}
