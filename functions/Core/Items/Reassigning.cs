using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How the people of an item change who do not own it, and who has nothing to do with it any more.</summary>
public static class Reassigning
{
    /// <summary>As many parts as there are, each as often as an item changes hands.</summary>
    public const int ReassignmentsMax = 250;

    /// <summary>
    /// The coordinator gives a part to others, also while a report waits for its answer. Naming those who have it changes nothing.
    /// </summary>
    /// <param name="part">A word of <see cref="ItemPart"/>.</param>
    /// <param name="people">All who are to have it, in order.</param>
    public static AgreedItem Reassign(
        this AgreedItem item, Actor by, Instant at, string part, IReadOnlyList<string> people, string reason)
    {
        Permission.Demand(item, by, "reassigned", Role.Coordinator);
        IReadOnlyList<string> before = item.PeopleIn(part);
        return item switch
        {
            _ when before.SequenceEqual(people) => item,
            { IsOpen: false } => throw ItemRefusedException.NotNow(item, "reassigned"),
            { Reassignments.Count: >= ReassignmentsMax } =>
                throw ItemRefusedException.NotNow(item, "reassigned", StatePhrases.TooManyReassignments.Fill(ReassignmentsMax)),
            _ when part == ItemPart.Issuer && people.FirstOrDefault(item.AwaitsIssuer) is { } own =>
                throw ItemRefusedException.NotNow(item, "reassigned", StatePhrases.OwnWorkWaits.Fill(own)),
            _ => item.WithPeopleIn(part, people) with
            {
                Reassignments = [.. item.Reassignments, new(by.Person, at, part, before, people, reason)],
            },
        };
    }

    /// <summary>Whether the issuer is to decide on what they reported or asked for: nobody decides about their own work (law 15).</summary>
    private static bool AwaitsIssuer(this AgreedItem item, string person) =>
        person == item.Completion?.By || person == item.PendingExtension?.By;

    /// <summary>The item with the people whom it had at that instant, but for its owner.</summary>
    public static AgreedItem WithPeopleAsOf(this AgreedItem item, Instant asOf)
    {
        AgreedItem then = item;
        foreach (Reassignment later in item.Reassignments.Where(one => one.At > asOf).Reverse())
        {
            then = then.WithPeopleIn(later.Part, later.From);
        }

        return then with { Reassignments = [.. item.Reassignments.Where(one => one.At <= asOf)] };
    }

    /// <summary>Whether somebody had a part in this item and has none any more: they hear nothing more of it (law 15).</summary>
    public static bool IsFormerHolderOnly(this AgreedItem item, string person) =>
        (item.HandOvers.Any(handOver => handOver.From == person) || item.Reassignments.Any(one => one.From.Contains(person)))
        && person != item.Owner && person != item.Issuer && person != item.Coordinator
        && !item.Supporting.Contains(person) && !item.Chain.Contains(person);

    /// <summary>Since when somebody is among those who have a part that was given to them; null for whoever had theirs all along.</summary>
    public static Instant? CameAt(this AgreedItem item, string person) =>
        item.Reassignments.LastOrDefault(one => one.To.Contains(person) && !one.From.Contains(person))?.At;
}
