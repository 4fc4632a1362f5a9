using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;

namespace FollowUp.Following;

/// <summary>A person with the calendar that they keep.</summary>
public sealed record Contact(Person Person, WorkCalendar Calendar);

/// <summary>The people of one item, by id and by role.</summary>
public sealed class Contacts(IReadOnlyDictionary<string, Contact> people)
{
    /// <exception cref="KeyNotFoundException">The register lost somebody whom an item names.</exception>
    public Contact this[string id] => people.TryGetValue(id, out Contact? contact)
        ? contact
        : throw new KeyNotFoundException($"Person {id} is not in the register.");

    public Person? Find(string id) => people.GetValueOrDefault(id)?.Person;

    /// <summary>Whom a plan's word means for this item; nobody where the chain has no such level.</summary>
    public static IReadOnlyList<string> In(AgreedItem item, string role) => role switch
    {
        Role.Owner => [item.Owner],
        Role.Supporting => item.Supporting,
        Role.Issuer => [item.Issuer],
        Role.Coordinator or Role.Liaison => [item.Coordinator],
        Role.ToldLate => item.ToldLate,
        _ when Role.Level(role) is { } level && level <= item.Chain.Count => [item.Chain[level - 1]],
        _ => [],
    };

    /// <summary>Everyone who can hear of this item by its plan.</summary>
    public static IEnumerable<string> Of(AgreedItem item) =>
        new[] { item.Owner, item.Issuer, item.Coordinator }.Concat(item.Supporting).Concat(item.Chain).Concat(item.ToldLate).Distinct();
}
