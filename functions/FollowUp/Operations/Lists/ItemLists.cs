using FollowUp.Items;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations.Lists;

/// <summary>
/// Counts and lists of items in any order, over all that there are: nothing is left out, and what comes first is first of all. From
/// <see cref="ItemCatalogue"/>, so never older than the call.
/// </summary>
public sealed class ItemLists(ItemCatalogue catalogue, AgreementQueries queries, PeopleCache people)
{
    private const int ReadAtOnce = 16;

    /// <param name="from">Where the page before ended; null for the first.</param>
    /// <returns>At most so many items, as they are in the store; and where the page ends, null where the list does.</returns>
    public async Task<(IReadOnlyList<AgreedItem> Items, ListPosition? Next)> Page(
        Shown shows, ListFilter filter, ListOrder order, int limit, ListPosition? from, Instant now, CancellationToken cancel)
    {
        Sight sight = await See(shows, filter, now, cancel);
        List<ListPosition> sorted =
        [
            .. sight.Find(filter).Select(entry => Position(entry, order, sight))
                .Where(one => from is null || from.CompareTo(one) < 0).Order().Take(limit + 1),
        ];
        return (
            await Read(sorted.Take(limit).Select(one => one.Item), shows, cancel),
            sorted.Count > limit ? sorted[limit - 1] : null);
    }

    /// <summary>All that a filter finds, as they are in the store: by agreement, in the order of its text.</summary>
    public async Task<IReadOnlyList<AgreedItem>> All(Shown shows, ListFilter filter, Instant now, CancellationToken cancel)
    {
        Sight sight = await See(shows, filter, now, cancel);
        List<AgreedItem> read = [];
        foreach (IGrouping<string, Entry> some in sight.Find(filter).GroupBy(entry => entry.Item.Agreement))
        {
            List<string> ids = [.. some.Select(entry => entry.Item.Id)];
            IEnumerable<AgreedItem> its = (await queries.Items(some.Key, cancel)).Select(stored => stored.Item);
            read.AddRange(its.Where(item => ids.Contains(item.Id) && shows.Item(item)).OrderBy(item => ids.IndexOf(item.Id)));
        }

        return read;
    }

    /// <summary>Of what <paramref name="filter"/> finds, among all that the caller sees.</summary>
    public async Task<Overview> Overview(Shown shows, ListFilter filter, Instant now, CancellationToken cancel)
    {
        Sight sight = await See(shows, filter, now, cancel);
        return Lists.Overview.Of(sight, sight.Find(filter));
    }

    /// <summary>How what <paramref name="filter"/> finds kept its dates, of all that the caller sees.</summary>
    public async Task<DateFigures> Figures(Shown shows, ListFilter filter, Instant now, CancellationToken cancel) =>
        DateFigures.Of((await See(shows, filter, now, cancel)).Find(filter), now);

    private async Task<Sight> See(Shown shows, ListFilter filter, Instant now, CancellationToken cancel)
    {
        IReadOnlyList<ListedAgreement> all =
            await (filter.Agreement is { } one ? catalogue.Current(one, cancel) : catalogue.Current(cancel));
        return await Sight.Of(all, shows, await people.Current(cancel), now);
    }

    private static ListPosition Position(Entry entry, ListOrder order, Sight sight) =>
        new(order.Sort, order.KeyOf(entry, owner => sight.NameOf(owner, order.Language)), new(entry.Item.Agreement, entry.Item.Id));

    /// <summary>What went out of the caller's sight since it was listed is left out.</summary>
    private async Task<IReadOnlyList<AgreedItem>> Read(IEnumerable<ItemRef> listed, Shown shows, CancellationToken cancel)
    {
        List<AgreedItem> read = [];
        foreach (ItemRef[] some in listed.Chunk(ReadAtOnce))
        {
            AgreedItem?[] items = await Task.WhenAll(some.Select(one => queries.Item(one.Agreement, one.Item, cancel)));
            read.AddRange(items.OfType<AgreedItem>().Where(shows.Item));
        }

        return read;
    }
}
