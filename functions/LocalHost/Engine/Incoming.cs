using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Puts what an instance has been told in the order in which it came about.</summary>
internal static class Incoming
{
    public static List<Happening> For(WarmInstance warm, Mail mail, DateTimeOffset now)
    {
        List<(DateTimeOffset At, Happening What)> told = [.. Events(warm, mail), .. Results(warm, mail), .. Timers(warm, now)];
        List<Happening> happenings = [.. told.OrderBy(happening => happening.At).Select(happening => happening.What)];
        // The very first step begins with what the execution before this one left unread.
        return warm.State.HasStarted ? happenings : [new Started(), .. warm.State.Kept, .. happenings];
    }

    private static IEnumerable<(DateTimeOffset, Happening)> Events(WarmInstance warm, Mail mail)
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
                case ChildEnded child when child.Execution == warm.State.Execution && warm.Pending.Awaits(child.Task):
                    yield return (row.At, new TaskEnded(child.Task, child.Result, child.Failure));
                    break;
            }
        }
    }

    private static IEnumerable<(DateTimeOffset, Happening)> Results(WarmInstance warm, Mail mail) => mail.Ended
        .Where(result => result.Execution == warm.State.Execution && warm.Pending.Activities.Contains(result.Call))
        .Select(result => (result.At, (Happening)result.Ended));

    private static IEnumerable<(DateTimeOffset, Happening)> Timers(WarmInstance warm, DateTimeOffset now) => warm.Pending.DueAt(now)
        .Select(timer => (timer.Due, (Happening)new TimerFired(timer.Id)));
}
