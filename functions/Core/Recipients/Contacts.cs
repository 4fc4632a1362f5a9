using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;

namespace FollowUp.Recipients;

/// <summary>The people of one item, by id and by role.</summary>
public sealed class Contacts(IReadOnlyDictionary<string, Contact> people)
{
    /// <exception cref="KeyNotFoundException">The register lost somebody whom an item names.</exception>
    public Contact this[string id] => people.TryGetValue(id, out Contact? contact)
        ? contact
        : throw new KeyNotFoundException($"Person {id} is not in the register.");

    public Person? Find(string id) => people.GetValueOrDefault(id)?.Person;

    public Contact? FindContact(string id) => people.GetValueOrDefault(id);

    /// <summary>Whom a plan's word means for this item; nobody where the chain has no such level.</summary>
    public string[] PeopleInRole(AgreedItem item, string role) => role switch
    {
        Role.Owner => [item.Owner],
        Role.Supporting => [.. item.Supporting],
        Role.Issuer => [item.Issuer],
        Role.Coordinator => [item.Coordinator],
        Role.Liaison => [LiaisonOf(item)],
        Role.ToldLate => [.. item.ToldAbove().Where(person => !item.IsFormerHolderOnly(person))],
        Role.FormerOwner => [.. item.HandOvers.Select(handOver => handOver.From).Distinct().Where(item.IsFormerHolderOnly)],
        _ when Role.Level(role) is { } level && level <= item.Chain.Count => [item.Chain[level - 1]],
        _ => [],
    };

    /// <summary>The same in one ladder: where it is about them, an escalation speaks to the next one above instead.</summary>
    public string[] PeopleInRole(AgreedItem item, LadderName ladder, string role)
    {
        string[] named = PeopleInRole(item, role);
        if (named is not [var registered] || !ladder.IsEscalation(role) || !IsAbout(item, ladder, registered))
        {
            return named;
        }

        // With nobody else left they hear of themselves: that is better than silence.
        return [EscalationTargets.Candidates(item, role).FirstOrDefault(person => !IsAbout(item, ladder, person)) ?? registered];
    }

    /// <summary>Whether a ladder tells others what they, who own the item or are asked for something, have left undone.</summary>
    private bool IsAbout(AgreedItem item, LadderName ladder, string person) =>
        person == item.Owner || (ladder.Aim() is var aim && aim != Role.Owner && PeopleInRole(item, aim).Contains(person));

    /// <summary>Everyone who can hear of this item by its plan.</summary>
    public static IEnumerable<string> PeopleOf(AgreedItem item) =>
        new[] { item.Owner, item.Issuer, item.Coordinator }.Concat(item.Supporting).Concat(item.Chain).Concat(item.ToldLate)
            .Concat(item.HandOvers.Select(handOver => handOver.From)).Concat(item.Counterpart is { } other ? [other] : []).Distinct();

    /// <summary>Whether somebody still hears of this item by its plan, and not only as one who had a part once (law 15).</summary>
    public bool HasPart(AgreedItem item, string person) =>
        !item.IsFormerHolderOnly(person) && (PeopleOf(item).Contains(person) || LiaisonOf(item) == person);

    /// <summary>The calendars by which they are told of this item.</summary>
    public IEnumerable<FrozenRevision> CalendarsOf(AgreedItem item) =>
        PeopleOf(item).Append(LiaisonOf(item)).Select(people.GetValueOrDefault).OfType<Contact>()
            .Where(contact => contact.Calendar.Revision >= 0)
            .Select(contact => new FrozenRevision(contact.Calendar.Id, contact.Calendar.Revision)).Distinct();

    /// <summary>The counterpart's contact on our side, else the coordinator.</summary>
    private string LiaisonOf(AgreedItem item) =>
        item.Counterpart is { } other && Find(other)?.Contact is { } contact && people.ContainsKey(contact) ? contact : item.Coordinator;
}
