using FollowUp.Following;

namespace FollowUp.Storage;

/// <summary>An owner's items, without a look at everybody's: who has a part in which agreement is known.</summary>
public sealed class OwnedItems(Mentions mentions, AgreementFiles files)
{
    /// <summary>Whoever has a part in more, as a coordinator may in all there are, is found sooner by going through the whole register.</summary>
    private const int AgreementsMax = 100;

    private const int ReadAtOnce = 16;

    /// <summary>A page, by agreement and item; null where the whole register is to be gone through.</summary>
    /// <param name="filter">Names an owner, and no agreement.</param>
    /// <param name="after">The last item of the page before; null for the first page.</param>
    public async Task<Page<StoredItem>?> Page(ItemFilter filter, int limit, ItemRef? after, CancellationToken cancel)
    {
        IReadOnlyList<string> agreements = await mentions.Agreements(filter.Owner!, after?.Agreement ?? "", cancel);
        if (after is null && agreements.Count > AgreementsMax)
        {
            return null;
        }

        List<StoredItem> owned = [];
        foreach (string[] some in agreements.Chunk(ReadAtOnce))
        {
            IReadOnlyList<StoredItem>[] found = await Task.WhenAll(some.Select(one => files.ItemsOf(filter with { Agreement = one }, cancel)));
            owned.AddRange(found.SelectMany(its => its).Where(one => one.Item.Agreement != after?.Agreement || string.CompareOrdinal(one.Item.Id, after.Item) > 0));
            if (owned.Count > limit)
            {
                return new(owned[..limit], $"{owned[limit - 1].Item.Agreement} {owned[limit - 1].Item.Id}");
            }
        }

        return new(owned, null);
    }
}
