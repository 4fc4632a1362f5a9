using FollowUp.People;
using NodaTime;

namespace FollowUp.Items;

/// <summary>Who has the parts of an item after successions that could not change it, as it was closed or reported then.</summary>
public static class PartSuccession
{
    /// <summary>
    /// The item with successors in place of whoever left, for what comes after it. Whoever was given a part after they had left, or was
    /// named by an item accepted since, keeps it: somebody wanted it so. Whoever has a place there already keeps it.
    /// </summary>
    /// <param name="successions">The last one of each person, carried out or not.</param>
    /// <param name="now">Those of later days do not count.</param>
    public static AgreedItem WithSuccessors(this AgreedItem item, IEnumerable<Succession> successions, Instant now)
    {
        Dictionary<string, Succession> gone = successions.Where(one => one.CalledOffAt is null && one.At <= now)
            .ToDictionary(one => one.Person);
        AgreedItem next = item with { Owner = HolderFor(item.Owner) };
        return gone.Count == 0 ? item : ItemPart.All.Aggregate(
            next, (then, part) => then.WithPeopleIn(part, then.PeopleIn(part).Distinct().Aggregate(then.PeopleIn(part), Replace)));

        IReadOnlyList<string> Replace(IReadOnlyList<string> people, string person) => HolderFor(person) switch
        {
            var holder when holder == person => people,
            var holder when people.Contains(holder) => [.. people.Where(one => one != person)],
            var holder => [.. people.Select(one => one == person ? holder : one)],
        };

        string HolderFor(string person)
        {
            string holder = person;
            for (int step = 0; step < gone.Count && gone.TryGetValue(holder, out Succession? own); step++)
            {
                holder = item.GivenAt(holder) > own.At ? holder : own.Successor;
            }

            return holder;
        }
    }

    /// <summary>When somebody was last given a part, by whatever; null where the item does not say.</summary>
    private static Instant? GivenAt(this AgreedItem item, string person) =>
        new[] { item.RegisteredAt, item.CameAt(person), item.HandOvers.LastOrDefault(one => one.To == person)?.At }.Max();
}
