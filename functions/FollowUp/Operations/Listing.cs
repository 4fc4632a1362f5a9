using FollowUp.Items;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>
/// Lists of agreements and items, by id. The catalogue says where to look, so that what the rest of the register holds costs nothing.
/// </summary>
public sealed class Listing(AgreementIndex index, AgreementStore store, AgreementQueries queries)
{
    private const int ReadAtOnce = 16;

    /// <summary>Less than this part of what is still missing is little.</summary>
    private const int FewOf = 8;

    /// <summary>Agreements that one answer looks into; where they hold too little, it is short, and says how to go on.</summary>
    private const int AgreementsMax = 400;

    /// <summary>A page of the store; where so many days have something due, so have most agreements.</summary>
    private const int DaysMax = 1_000;

    /// <summary>No id sorts before it.</summary>
    internal const string FirstId = AgreementIndex.FirstId;

    /// <param name="among">Who must have a part in them; null for all that there are.</param>
    /// <param name="shown">What of an agreement is shown; null where nothing is.</param>
    /// <param name="from">Where the page before said that the list goes on; null for the first page.</param>
    public async Task<Page<StoredAgreement>> Agreements(
        IReadOnlyList<string>? among, Func<StoredAgreement, Task<StoredAgreement?>> shown, int limit, ItemRef? from,
        CancellationToken cancel)
    {
        List<StoredAgreement> found = [];
        string first = from?.Agreement ?? FirstId;
        await using IAsyncEnumerator<string> ids =
            (among is null ? index.Agreements(first, cancel) : await WithPartOf(among, first, cancel)).GetAsyncEnumerator(cancel);
        while (found.Count <= limit && await Next(ids, Math.Min(limit + 1 - found.Count, ReadAtOnce)) is { Count: > 0 } some)
        {
            found.AddRange((await Task.WhenAll(some.Select(async id =>
                await store.LoadAgreement(id, Freshness.Current, cancel) is { IsActive: true } head ? await shown(head) : null)))
                .OfType<StoredAgreement>());
        }

        return found.Count > limit ? new([.. found.Take(limit)], new(found[limit].Agreement.Id, FirstId)) : new(found, null);
    }

    /// <param name="among">Who must have a part in the agreements; null for all that there are.</param>
    /// <param name="shows">Which of the items that <paramref name="filter"/> finds.</param>
    /// <param name="from">Where the page before said that the list goes on; null for the first page.</param>
    public async Task<Page<StoredItem>> Items(
        ItemFilter filter, IReadOnlyList<string>? among, Func<AgreedItem, bool> shows, int limit, ItemRef? from,
        CancellationToken cancel)
    {
        List<StoredItem> found = [];
        await using IAsyncEnumerator<string> ids =
            (await Where(filter, among, from?.Agreement ?? FirstId, cancel)).GetAsyncEnumerator(cancel);
        for (int looked = 0, atOnce = 1; found.Count <= limit && await Next(ids, atOnce) is { Count: > 0 } some; looked += some.Count)
        {
            if (looked + some.Count > AgreementsMax)
            {
                return new(found, new(some[0], FirstId));
            }

            int most = limit + 1 - found.Count;
            IReadOnlyList<StoredItem>[] items = await Task.WhenAll(some.Select(one =>
                Items(one, filter with { From = one == from?.Agreement ? from.Item : null }, shows, most, cancel)));
            found.AddRange(items.SelectMany(its => its));

            // Most pages are full after one or two; where little is found, more are asked at once.
            atOnce = items.Sum(its => its.Count) < most / FewOf ? Math.Min(2 * atOnce, ReadAtOnce) : atOnce;
        }

        return found.Count > limit ? new(found[..limit], new(found[limit].Item.Agreement, found[limit].Item.Id)) : new(found, null);
    }

    /// <summary>None while the agreement is still being written.</summary>
    private async Task<IReadOnlyList<StoredItem>> Items(
        string agreement, ItemFilter filter, Func<AgreedItem, bool> shows, int most, CancellationToken cancel)
    {
        Task<StoredAgreement?> head = store.LoadAgreement(agreement, Freshness.LastKnown, cancel);
        IReadOnlyList<StoredItem> items = await queries.Items(agreement, filter, shows, most, cancel);
        return await head is { IsActive: true } ? items : [];
    }

    /// <summary>The agreements in which to look.</summary>
    private async Task<IAsyncEnumerable<string>> Where(
        ItemFilter filter, IReadOnlyList<string>? among, string from, CancellationToken cancel)
    {
        if (filter.Agreement is { } one)
        {
            return new[] { one }.ToAsyncEnumerable();
        }

        if (among is not null)
        {
            return await WithPartOf(among, from, cancel);
        }

        if (filter.Owner is { } owner)
        {
            return index.OwnedBy(owner, from, cancel);
        }

        if (filter is { DueBefore: { } end, IsOfOpen: true })
        {
            List<string> due = await index.DueBefore(end, cancel).Take(DaysMax).Select(day => day.Agreement).ToListAsync(cancel);
            if (due.Count < DaysMax)
            {
                return due.Distinct().Where(id => string.CompareOrdinal(id, from) >= 0).Order(StringComparer.Ordinal).ToAsyncEnumerable();
            }
        }

        return index.Agreements(from, cancel);
    }

    /// <summary>The agreements in which any of these people have, or had, a part.</summary>
    private async Task<IAsyncEnumerable<string>> WithPartOf(IReadOnlyList<string> people, string from, CancellationToken cancel)
    {
        List<string>[] each = await Task.WhenAll(
            people.Select(person => index.WithPartOf(person, from, cancel).ToListAsync(cancel).AsTask()));
        return each.SelectMany(ids => ids).Distinct().Order(StringComparer.Ordinal).ToAsyncEnumerable();
    }

    private static async Task<IReadOnlyList<string>> Next(IAsyncEnumerator<string> ids, int most)
    {
        List<string> next = [];
        while (next.Count < most && await ids.MoveNextAsync())
        {
            next.Add(ids.Current);
        }

        return next;
    }
}
