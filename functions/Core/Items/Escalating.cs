using FollowUp.Faults;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How somebody sends an item up, who cannot or will not wait until its plan does.</summary>
public static class Escalating
{
    /// <summary>
    /// Owner, issuer or coordinator tell the next level that has not heard of it. Level after level, at most one a day, so that each has
    /// time to act; its dates and its ladders stay as they are. The same again on that day changes nothing.
    /// </summary>
    public static AgreedItem Escalate(this AgreedItem item, Actor by, Instant at, string reason)
    {
        Permission.Demand(item, by, "escalated", Role.Owner, Role.Issuer, Role.Coordinator);
        if (item.Escalations is [.., var last] && item.DayOf(last.At) == item.DayOf(at) && last.By == by.Person
            && TextRules.IsSame(last.Reason, reason))
        {
            return item;
        }

        if (WhyNot(item, at) is { } why)
        {
            throw ItemRefusedException.NotNow(item, "escalated", why);
        }

        return item.NextLevel(by.Person) is { } level
            ? item with { Escalations = [.. item.Escalations, Escalation(item, by.Person, at, level, reason)] }
            : throw ItemRefusedException.NotNow(item, "escalated", StatePhrases.AtTop.Text);
    }

    /// <summary>
    /// The lowest level that has not heard of it: neither that it is late, nor by an earlier escalation of it or of one above. Nobody
    /// hears from a place above themselves what they own, or what they send up. Null where none is left.
    /// </summary>
    private static int? NextLevel(this AgreedItem item, string by)
    {
        for (int level = 1 + (item.Escalations is [.., var last] ? last.Level : 0); level <= item.Chain.Count; level++)
        {
            string person = item.Chain[level - 1];
            if (person != item.Owner && person != by && !item.ToldLate.Contains(person) && !item.Escalations.Any(one => one.To == person))
            {
                return level;
            }
        }

        return null;
    }

    private static DeliberateEscalation Escalation(AgreedItem item, string by, Instant at, int level, string reason)
    {
        string to = item.Chain[level - 1];
        string[] knows = [.. new[] { item.Owner, item.Coordinator }.Distinct().Where(person => person != by && person != to)];
        return new(item.Escalations.Count + 1, by, at, level, to, knows, reason);
    }

    private static string? WhyNot(AgreedItem item, Instant at) => item switch
    {
        { IsOpen: false } or { AssignedAt: null } => ItemRefusedException.Why(item),
        { Escalations: [.., var last] } when item.DayOf(last.At) == item.DayOf(at) => StatePhrases.EscalatedToday.Fill(last.By, last.At),
        _ => null,
    };
}
