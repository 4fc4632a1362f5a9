using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations.Lists;

/// <summary>All that a caller sees at one moment: what lists and counts are made of.</summary>
/// <param name="Agreements">Also those of which no item is shown.</param>
/// <param name="People">Owners, by id; of whom nobody knows anything, nothing is here.</param>
/// <param name="PeopleWritten">Another one once anybody is written: lists show names and absences.</param>
internal sealed record Sight(
    IReadOnlyList<Agreement> Agreements, IReadOnlyList<Entry> Entries, IReadOnlyDictionary<string, Person> People,
    string PeopleWritten, Instant Now)
{
    public static async Task<Sight> Of(
        IReadOnlyList<ListedAgreement> all, Shown shows, PeopleSnapshot among, Instant now)
    {
        List<Agreement> agreements = [];
        List<Entry> entries = [];
        Dictionary<string, Person> people = [];
        foreach (ListedAgreement agreement in all)
        {
            List<ListedItem> shown = [.. agreement.Items.Where(one => shows.Item(one.Item))];
            if (shown.Count > 0 || shows.Agreement(agreement.Agreement))
            {
                agreements.Add(agreement.Agreement);
            }

            foreach (ListedItem one in shown)
            {
                await Know(people, one.Item.Owner, among.Find);
                entries.Add(EntryOf(one, agreement, now));
            }
        }

        return new(agreements, entries, people, among.LastWritten, now);
    }

    /// <summary>Those that a filter finds.</summary>
    public IReadOnlyList<Entry> Find(ListFilter filter)
    {
        Dictionary<string, string> names = filter.Words.Count == 0 ? [] : Entries.Select(entry => entry.Item.Owner).Distinct()
            .ToDictionary(owner => owner, owner => SearchText.Of(NamesOf(owner)));
        return [.. Entries.Where(entry => filter.Finds(entry, names, Now))];
    }

    /// <summary>What somebody is called; their id where nobody knows.</summary>
    public string NameOf(string person, string language) => People.GetValueOrDefault(person)?.NameIn(language) ?? person;

    private IEnumerable<string?> NamesOf(string id) =>
        People.GetValueOrDefault(id) is { } person ? [id, person.Name, person.Names?.En, person.Names?.Zh, person.Names?.Ru] : [id];

    private static Entry EntryOf(ListedItem one, ListedAgreement agreement, Instant now)
    {
        AgreedItem item = one.Item;
        AgreedItem[] others = item is { IsOpen: true, AssignedAt: null }
            ? [.. item.DependsOn.Select(agreement.ById.GetValueOrDefault).OfType<AgreedItem>()] : [];
        return new(
            one, agreement.Agreement, item.SectionAt(now), item.DaysLateAt(now),
            Entry.Steps(NextActions.Of(item, others, null, now)));
    }

    private static async ValueTask Know(Dictionary<string, Person> people, string id, Func<string, Task<Person?>> find)
    {
        if (!people.ContainsKey(id) && await find(id) is { } person)
        {
            people.Add(id, person);
        }
    }
}
