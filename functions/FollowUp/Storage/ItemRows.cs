using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;

namespace FollowUp.Storage;

/// <summary>
/// Items and their ledgers as they are now. Whoever asks while others of the agreement are being read goes with those who came meanwhile: the
/// letters of a morning all ask for the same agreements.
/// </summary>
internal sealed class ItemRows
{
    /// <summary>So many are read together rather than each by itself, unless that brings this many times as many.</summary>
    private const int Crowd = 4, WorthOf = 4;

    /// <summary>As many items as their rows fit into a page or two.</summary>
    private const int AtOnce = 100;

    private readonly TableClient table;
    private readonly AgreementCache cache;
    private readonly KeyedBatcher<string, Task<StoredItem?>> items;
    private readonly KeyedBatcher<string, Task<IReadOnlyList<LedgerRow>>> ledgers;

    public ItemRows(TableClient table, AgreementCache cache)
    {
        (this.table, this.cache) = (table, cache);
        items = new(Items, AtOnce);
        ledgers = new(Ledgers, AtOnce);
    }

    /// <returns>Each of them, in their order; null where there is no such item.</returns>
    public Task<StoredItem?[]> Items(string agreement, IReadOnlyList<string> some, CancellationToken cancel) =>
        Task.WhenAll(items.SubmitAll(agreement, some).Select(one => one.Unwrap())).WaitAsync(cancel);

    public Task<IReadOnlyList<LedgerRow>[]> Ledgers(string agreement, IReadOnlyList<string> some, CancellationToken cancel) =>
        Task.WhenAll(ledgers.SubmitAll(agreement, some).Select(one => one.Unwrap())).WaitAsync(cancel);

    private async Task<IReadOnlyList<Task<StoredItem?>>> Items(string agreement, IReadOnlyList<string> some)
    {
        if (Together(agreement, some, TableKeys.Item) is not { } query)
        {
            return await Each(some, item => Item(agreement, item));
        }

        HashSet<string> keys = [.. some.Select(TableKeys.Item)];
        Dictionary<string, StoredItem> found = (await Rows(query)).Where(row => keys.Contains(row.RowKey)).ToDictionary(row => row.RowKey, RowMapping.Item);
        return [.. some.Select(item => Task.FromResult(found.GetValueOrDefault(TableKeys.Item(item))))];
    }

    private async Task<StoredItem?> Item(string agreement, string item)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(agreement, TableKeys.Item(item));
        return row.HasValue ? RowMapping.Item(row.Value!) : null;
    }

    private async Task<IReadOnlyList<Task<IReadOnlyList<LedgerRow>>>> Ledgers(string agreement, IReadOnlyList<string> some)
    {
        if (Together(agreement, some, TableKeys.LedgerOf) is not { } query)
        {
            return await Each(some, item => Ledger(agreement, item));
        }

        HashSet<string> wanted = [.. some];
        ILookup<string, LedgerRow> found = (await Rows(query)).Where(row => wanted.Contains(TableKeys.ItemOf(row.RowKey))).Select(row => row.Read<LedgerRow>()).ToLookup(row => row.Key.Item);
        return [.. some.Select(item => Task.FromResult<IReadOnlyList<LedgerRow>>([.. found[item]]))];
    }

    private async Task<IReadOnlyList<LedgerRow>> Ledger(string agreement, string item) =>
        [.. (await Rows($"{TableKeys.In(agreement)} and {TableKeys.RowsFrom(TableKeys.LedgerOf(item))}")).Select(row => row.Read<LedgerRow>())];

    /// <summary>Each by itself, and each once: what cannot be read holds up no other.</summary>
    private static async Task<IReadOnlyList<Task<T>>> Each<T>(IReadOnlyList<string> some, Func<string, Task<T>> read)
    {
        Dictionary<string, Task<T>> readings = some.Distinct().ToDictionary(item => item, read);
        await Task.WhenAll((IEnumerable<Task>)readings.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [.. some.Select(item => readings[item])];
    }

    /// <returns>The question that brings all of them; null where each is better asked for by itself.</returns>
    private string? Together(string agreement, IEnumerable<string> some, Func<string, string> beginning)
    {
        string[] wanted = [.. some.Distinct()];
        if (wanted.Length < Crowd || cache.Head(agreement) is not { } head)
        {
            return null;
        }

        (string query, int span) = TableKeys.Between(wanted, head.Items, beginning);
        return span > wanted.Length * WorthOf ? null : $"{TableKeys.In(agreement)} and {query}";
    }

    private Task<List<TableEntity>> Rows(string query) => table.QueryAsync<TableEntity>(query).ToListAsync().AsTask();
}
