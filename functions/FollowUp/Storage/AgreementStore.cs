using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;

namespace FollowUp.Storage;

/// <summary>
/// Loads agreements and items for whoever decides about them; lists are in <see cref="AgreementQueries"/>. Nothing here writes (law 17).
/// For several threads.
/// </summary>
public sealed class AgreementStore(TableClients tables, AgreementCache cache)
{
    /// <summary>
    /// Items that are read together bring all others of their agreement along: worth it where they are this part of them.
    /// </summary>
    private const int PartWorthAll = 4;

    private TableClient Table => tables.Agreements;

    /// <summary>
    /// Null where there is none. What was agreed never changes; its words, who coordinates it and stands in its chain, the end of the
    /// journal, and the ids of items that were added, may be newer than <see cref="Freshness.LastKnown"/>.
    /// </summary>
    public async Task<StoredAgreement?> LoadAgreement(string agreement, Freshness freshness, CancellationToken cancel)
    {
        if (freshness == Freshness.LastKnown && cache.Agreement(agreement) is { } known)
        {
            return known;
        }

        StoredAgreement? read = await Row(agreement, TableKeys.Head, cancel) is { } row ? RowMapping.Head(row) : null;
        if (read is not null && freshness == Freshness.LastKnown)
        {
            cache.Put(read);
        }

        return read;
    }

    /// <summary>The item with its agreement and ledger; null when there is no such item, or its agreement is still being written.</summary>
    public async Task<LoadedItem?> Load(string agreement, string item, Freshness freshness, CancellationToken cancel) =>
        (await Load(agreement, [item], freshness, cancel))[0];

    /// <summary>The same for some items of one agreement, in their order.</summary>
    public async Task<IReadOnlyList<LoadedItem?>> Load(
        string agreement, IReadOnlyList<string> items, Freshness freshness, CancellationToken cancel)
    {
        Dictionary<string, LoadedItem> known = freshness == Freshness.LastKnown
            ? items.Distinct().Select(item => cache.Item(agreement, item)).OfType<LoadedItem>().ToDictionary(loaded => loaded.Item.Item.Id)
            : [];
        string[] others = [.. items.Distinct().Where(item => !known.ContainsKey(item))];
        if (others.Length > 0 && await LoadAgreement(agreement, Freshness.LastKnown, cancel) is { IsActive: true } head)
        {
            bool isTogether = others.Length > 1 && others.Length * PartWorthAll >= head.Items.Count;
            foreach (LoadedItem loaded in isTogether ? await ReadTogether(head, others, cancel) : await ReadEach(head, others, cancel))
            {
                known.Add(loaded.Item.Item.Id, loaded);
            }
        }

        return [.. items.Select(known.GetValueOrDefault)];
    }

    /// <summary>Whether this very request took effect before, under the same idempotency key.</summary>
    /// <exception cref="KeyReusedException">The key came with another request.</exception>
    public async Task<bool> IsRepeated(string agreement, IdempotencyRecord request, CancellationToken cancel)
    {
        if (await Row(agreement, TableKeys.Idempotency(request.KeyHash), cancel) is not { } row)
        {
            return false;
        }

        return row.GetString("Request") == request.RequestHash ? true : throw new KeyReusedException();
    }

    private async Task<IEnumerable<LoadedItem>> ReadEach(StoredAgreement head, string[] items, CancellationToken cancel) =>
        (await Task.WhenAll(items.Select(item => Read(head, item, cancel)))).OfType<LoadedItem>();

    private async Task<LoadedItem?> Read(StoredAgreement head, string item, CancellationToken cancel)
    {
        string agreement = head.Agreement.Id;
        if (await Row(agreement, TableKeys.Item(item), cancel) is not { } row)
        {
            return null;
        }

        // The ledger after the item: what is written in between is in the ledger and not yet in the item, and the item's version tells.
        StoredItem stored = RowMapping.Item(row);
        return Known(stored) ?? Keep(head, stored, await Ledger(agreement, TableKeys.LedgerOf(item), cancel));
    }

    /// <summary>After a start a ministry's items come due together: two queries in place of two for each.</summary>
    private async Task<IEnumerable<LoadedItem>> ReadTogether(StoredAgreement head, string[] items, CancellationToken cancel)
    {
        string agreement = head.Agreement.Id;
        List<TableEntity> rows = await Rows(agreement, TableKeys.Item(""), cancel);
        List<StoredItem> stored = [.. rows.Select(RowMapping.Item).Where(item => items.Contains(item.Item.Id))];
        ILookup<string, LedgerRow>? ledgers = stored.TrueForAll(item => Known(item) is not null)
            ? null
            : (await Ledger(agreement, TableKeys.Ledgers, cancel)).ToLookup(row => row.Key.Item);
        return stored.Select(item => Known(item) ?? Keep(head, item, [.. ledgers![item.Item.Id]]));
    }

    /// <summary>As this host knows it, if nobody else wrote it since: whoever writes a ledger writes its item as well.</summary>
    private LoadedItem? Known(StoredItem stored) =>
        cache.Item(stored.Item.Agreement, stored.Item.Id) is { } loaded && loaded.Item.Version == stored.Version ? loaded : null;

    private LoadedItem Keep(StoredAgreement head, StoredItem item, IReadOnlyList<LedgerRow> ledger)
    {
        cache.Put(item, ledger);
        return new(head, item, ledger);
    }

    private async Task<IReadOnlyList<LedgerRow>> Ledger(string agreement, string prefix, CancellationToken cancel) =>
        [.. (await Rows(agreement, prefix, cancel)).Select(row => row.Read<LedgerRow>())];

    private async Task<TableEntity?> Row(string partition, string row, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await Table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }

    private Task<List<TableEntity>> Rows(string agreement, string prefix, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>($"{TableKeys.In(agreement)} and {TableKeys.RowsFrom(prefix)}", cancellationToken: cancel)
            .ToListAsync(cancel).AsTask();
}
