using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How an item changes hands.</summary>
public static class HandingOver
{
    /// <summary>An item that changed hands fifty times has no owner.</summary>
    public const int HandOversMax = 50;

    /// <summary>The coordinator names another owner, who must sign for it anew. Naming the owner it has changes nothing.</summary>
    public static AgreedItem HandTo(this AgreedItem item, Actor by, Instant at, string owner, string reason)
    {
        Permission.Demand(item, by, "handed over", Role.Coordinator);
        return item switch
        {
            _ when item.Owner == owner => item,
            { IsPending: false } => throw ItemRefusedException.NotNow(item, "handed over"),
            { HandOvers.Count: >= HandOversMax } =>
                throw ItemRefusedException.NotNow(item, "handed over", StatePhrases.TooManyHands.Fill(HandOversMax)),
            _ => item.WithOwner(by, at, owner, reason),
        };
    }

    /// <summary>The owner gives it back to the coordinator, who finds another or keeps it.</summary>
    public static AgreedItem HandBack(this AgreedItem item, Actor by, Instant at, string reason)
    {
        Permission.Demand(item, by, "handed back", Role.Owner);
        return item switch
        {
            { IsPending: false } or { AssignedAt: null } => throw ItemRefusedException.NotNow(item, "handed back"),
            _ when item.Owner == item.Coordinator =>
                throw ItemRefusedException.NotNow(item, "handed back", StatePhrases.CoordinatorsOwn.Text),
            { HandOvers.Count: >= HandOversMax } =>
                throw ItemRefusedException.NotNow(item, "handed back", StatePhrases.TooManyHands.Fill(HandOversMax)),
            _ => item.WithOwner(by, at, item.Coordinator, reason),
        };
    }

    private static AgreedItem WithOwner(this AgreedItem item, Actor by, Instant at, string owner, string reason) => item with
    {
        Owner = owner,
        Receipt = null,
        HandOvers = [.. item.HandOvers, new(by.Person, at, item.Owner, owner, reason)],
    };

    /// <summary>Since when the owner has it in hand with its clock running; null while it is not assigned.</summary>
    public static Instant? HandedAt(this AgreedItem item)
    {
        Instant? at = item.AssignedAt;
        foreach (HandOver handOver in item.HandOvers)
        {
            at = at < handOver.At ? handOver.At : at;
        }

        foreach (Suspension suspension in item.Suspensions)
        {
            at = at < suspension.Ended?.At ? suspension.Ended.At : at;
        }

        return at;
    }
}
