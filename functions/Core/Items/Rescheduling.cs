using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How due dates move, and how far they have.</summary>
public static class Rescheduling
{
    /// <summary>The coordinator sets another day, today or later. The same day again changes nothing.</summary>
    public static AgreedItem Reschedule(this AgreedItem item, Actor by, Instant at, LocalDate dueOn, string reason)
    {
        Permission.Demand(item, by, "rescheduled", Role.Coordinator);
        if (item.DueOn == dueOn && item.DueChanges is [.., { Cause: DueChangeCause.Rescheduled }])
        {
            return item;
        }

        return item switch
        {
            { IsPending: false } => throw ItemRefusedException.NotNow(item, "rescheduled"),
            { IsWaiting: true } =>
                throw ItemRefusedException.NotNow(item, "rescheduled", StatePhrases.WaitsOn.Text),
            _ when dueOn == item.DueOn => throw ItemRefusedException.Impossible(item, "/dueOn", RegisterFaults.SameDueDate),
            _ when dueOn < item.DayOf(at) =>
                throw ItemRefusedException.Impossible(item, "/dueOn", RegisterFaults.DatePassed, item.DayOf(at)),
            _ => item.MoveDueDate(by, at, dueOn, DueChangeCause.Rescheduled, reason),
        };
    }

    /// <summary>Calendar days between the date that was agreed and the one that holds now; negative when it came nearer.</summary>
    public static int Slippage(this AgreedItem item) => Period.DaysBetween(item.OriginalDueOn, item.DueOn);

    /// <summary>The due date that held at an instant.</summary>
    public static LocalDate DueOnAt(this AgreedItem item, Instant instant) =>
        item.DueChanges.FirstOrDefault(change => change.At > instant)?.From ?? item.DueOn;

    internal static AgreedItem MoveDueDate(this AgreedItem item, Actor by, Instant at, LocalDate to, DueChangeCause cause, string reason) =>
        item with { DueOn = to, DueChanges = [.. item.DueChanges, new(by.Person, at, item.DueOn, to, cause, reason)] };
}
