using FollowUp.Items;
using FollowUp.Recipients;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>Which items have to be looked at when people change.</summary>
public sealed class AffectedItems(AgreementIndex index, ReferenceStore reference, AgreementQueries queries)
{
    private const int ReadAtOnce = 8;

    /// <summary>
    /// The items whose moments are counted by one of <paramref name="people"/>, and of which something may still have to be said.
    /// </summary>
    public async Task<IReadOnlyList<ItemRef>> Find(IEnumerable<string> people, CancellationToken cancel)
    {
        HashSet<string> named = [.. people];

        // An item names the other side; who of ours asks them, their own row says.
        named.UnionWith((await reference.People(cancel))
            .Where(person => person.Contact is { } ours && named.Contains(ours)).Select(person => person.Id).ToList());
        List<AgreedItem> items = [];
        HashSet<string> agreements = [];
        foreach (string person in named)
        {
            agreements.UnionWith(await index.WithPartOf(person, "", cancel).ToListAsync(cancel));
        }

        foreach (string[] some in agreements.Chunk(ReadAtOnce))
        {
            items.AddRange((await Task.WhenAll(some.Select(agreement => queries.Unfinished(agreement, cancel)))).SelectMany(its => its));
        }

        return [.. items.Where(item => Contacts.PeopleOf(item).Any(named.Contains)).Select(item => new ItemRef(item.Agreement, item.Id))];
    }
}
