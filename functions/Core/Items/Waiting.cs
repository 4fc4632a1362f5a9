using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How an item waits for the other side, and goes on.</summary>
public static class Waiting
{
    /// <summary>An item that stopped and went on fifty times waits for something else than the other side.</summary>
    public const int SuspensionsMax = 50;

    /// <summary>The coordinator suspends the clock. An item that waits already goes on waiting for the reason it did.</summary>
    public static AgreedItem Suspend(this AgreedItem item, Actor by, Instant at, string reason)
    {
        Permission.Demand(item, by, "suspended", Role.Coordinator);
        return item switch
        {
            { IsWaiting: true } => item,
            { IsPending: false } or { AssignedAt: null } => throw ItemRefusedException.NotNow(item, "suspended"),
            { Suspensions.Count: >= SuspensionsMax } =>
                throw ItemRefusedException.NotNow(item, "suspended", StatePhrases.TooManyWaits.Fill(SuspensionsMax)),
            _ => item with { Suspensions = [.. item.Suspensions, new(by.Person, at, reason)] },
        };
    }

    /// <summary>The coordinator lets the clock run again; the due date moves by the working days that were waited.</summary>
    /// <param name="days">The item's own.</param>
    public static AgreedItem Resume(this AgreedItem item, Actor by, Instant at, JointDays days)
    {
        Permission.Demand(item, by, "resumed", Role.Coordinator);
        return item switch
        {
            { IsWaiting: true } => item.EndWaiting(by, at, days),
            { Suspensions.Count: > 0 } => item,
            { IsPending: false } => throw ItemRefusedException.NotNow(item, "resumed"),
            _ => throw ItemRefusedException.NotNow(item, "resumed", StatePhrases.DoesNotWait.Text),
        };
    }

    /// <summary>From the day waiting began to the day before it ended: on the day it ends, work can go on.</summary>
    internal static AgreedItem EndWaiting(this AgreedItem item, Actor by, Instant at, JointDays days)
    {
        Suspension waited = item.Suspensions[^1];
        int count = days.CountWorkingDays(item.DayOf(waited.At), item.DayOf(at));
        AgreedItem resumed = item with
        {
            Suspensions = [.. item.Suspensions.SkipLast(1), waited with { Ended = new(by.Person, at, count) }],
        };
        return count == 0
            ? resumed
            : resumed.MoveDueDate(by, at, days.AddWorkingDays(item.DueOn, count), DueChangeCause.Waiting, waited.Reason);
    }
}
