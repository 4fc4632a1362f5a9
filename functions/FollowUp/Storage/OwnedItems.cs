namespace FollowUp.Storage;

/// <summary>An owner's items, without a look at everybody's: who has a part in which agreement is known.</summary>
public sealed class OwnedItems(Mentions mentions, AgreementFiles files)
{
    /// <summary>A coordinator may have a part in thousands of agreements and own nothing in any: after so many, the page ends.</summary>
    private const int AgreementsMax = 96;

    private const int ReadAtOnce = 16;

    /// <summary>Sorts behind every id.</summary>
    private const string All = "~";

    /// <summary>A page, by agreement and item.</summary>
    /// <param name="filter">Names an owner, and no agreement.</param>
    /// <param name="agreement">Where the page before ended; empty for the first page.</param>
    /// <param name="item">The last item of it, or of that agreement.</param>
    public async Task<Page<StoredItem>> Page(ItemFilter filter, int limit, string agreement, string item, CancellationToken cancel)
    {
        IReadOnlyList<string> agreements = await mentions.Agreements(filter.Owner!, agreement, cancel);
        List<StoredItem> owned = [];
        int seen = 0;
        foreach (string[] some in agreements.Take(AgreementsMax).Chunk(ReadAtOnce))
        {
            IReadOnlyList<StoredItem>[] found = await Task.WhenAll(some.Select(one => files.ItemsOf(filter with { Agreement = one }, cancel)));
            owned.AddRange(found.SelectMany(its => its).Where(one => one.Item.Agreement != agreement || string.CompareOrdinal(one.Item.Id, item) > 0));
            seen += some.Length;
            if (owned.Count > limit)
            {
                return new(owned[..limit], $"{owned[limit - 1].Item.Agreement} {owned[limit - 1].Item.Id}");
            }
        }

        return new(owned, seen < agreements.Count ? $"{agreements[seen - 1]} {All}" : null);
    }
}
