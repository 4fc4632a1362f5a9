using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Values;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>Lists of what agreements hold, as the store has it now. Nothing here writes (law 17), and nothing is kept.</summary>
public sealed class AgreementQueries(TableClients tables)
{
    /// <summary>Fewer rows are not worth a request.</summary>
    private const int PageMin = 50;

    private TableClient Table => tables.Agreements;

    public Task<IReadOnlyList<StoredItem>> Items(string agreement, CancellationToken cancel) =>
        Read(agreement, TableKeys.RowsFrom(TableKeys.Item("")), RowMapping.Item, cancel);

    /// <summary>The id of another item that has that number, in whatever width it is written; null where none has.</summary>
    public async Task<string?> OtherOfNumber(string agreement, string item, string number, CancellationToken cancel) =>
        (await Items(agreement, cancel)).FirstOrDefault(one => one.Item.Id != item && one.Item.Number is { } its
            && SearchText.Fold(its) == SearchText.Fold(number))?.Item.Id;

    /// <summary>An item as it is now; null where there is none.</summary>
    public async Task<AgreedItem?> Item(string agreement, string item, CancellationToken cancel)
    {
        Azure.NullableResponse<TableEntity> row =
            await Table.GetEntityIfExistsAsync<TableEntity>(agreement, TableKeys.Item(item), cancellationToken: cancel);
        return row.HasValue ? RowMapping.Item(row.Value!).Item : null;
    }

    /// <summary>Those of these items that there are.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Items(string agreement, IEnumerable<string> items, CancellationToken cancel) =>
        [.. (await Task.WhenAll(items.Distinct().Select(item => Item(agreement, item, cancel)))).OfType<AgreedItem>()];

    /// <summary>The first items that <paramref name="filter"/> finds; also of an agreement that is still being written.</summary>
    /// <param name="shows">Which of those.</param>
    public async Task<IReadOnlyList<StoredItem>> Items(
        string agreement, ItemFilter filter, Func<AgreedItem, bool> shows, int most, CancellationToken cancel) =>
        await Table.QueryAsync<TableEntity>(
            $"{TableKeys.In(agreement)} and {filter.Query}", Math.Max(most, PageMin), cancellationToken: cancel)
            .Select(RowMapping.Item).Where(item => shows(item.Item)).Take(most).ToListAsync(cancel);

    /// <summary>Items of which something may still have to be said.</summary>
    public Task<IReadOnlyList<AgreedItem>> Unfinished(string agreement, CancellationToken cancel) =>
        Items(agreement, "(NextAt ne '' or (Standing ne 'confirmed' and Standing ne 'withdrawn'))", cancel);

    /// <summary>Items that are not assigned, and were not withdrawn before they were.</summary>
    public Task<IReadOnlyList<AgreedItem>> Unassigned(string agreement, CancellationToken cancel) =>
        Items(agreement, "Standing eq 'registered'", cancel);

    /// <summary>Items whose next moment came by then, and all that are not assigned.</summary>
    public Task<IReadOnlyList<AgreedItem>> DueOrUnassigned(string agreement, Instant by, CancellationToken cancel) =>
        Items(agreement, $"((NextAt ne '' and NextAt le '{InstantPattern.General.Format(by)}') or Standing eq 'registered')", cancel);

    /// <summary>The notices of an agreement that are on their way.</summary>
    public Task<IReadOnlyList<LedgerRow>> PlannedNotices(string agreement, CancellationToken cancel) =>
        Read(agreement, $"{TableKeys.RowsFrom(TableKeys.Ledgers)} and State eq '{nameof(NoticeState.Planned)}'",
            row => row.Read<LedgerRow>(), cancel);

    /// <summary>The ledgers of all its items, in the order of their keys.</summary>
    public Task<IReadOnlyList<LedgerRow>> Ledger(string agreement, CancellationToken cancel) =>
        Read(agreement, TableKeys.RowsFrom(TableKeys.Ledgers), row => row.Read<LedgerRow>(), cancel);

    public Task<IReadOnlyList<LedgerRow>> Ledger(string agreement, string item, CancellationToken cancel) =>
        Read(agreement, TableKeys.RowsFrom(TableKeys.LedgerOf(item)), row => row.Read<LedgerRow>(), cancel);

    /// <summary>
    /// How its journal ends, which changes with everything that happens to its items; null where there is no such agreement, or it is
    /// still being written.
    /// </summary>
    public async Task<string?> Version(string agreement, CancellationToken cancel)
    {
        Azure.NullableResponse<TableEntity> row = await Table.GetEntityIfExistsAsync<TableEntity>(
            agreement, TableKeys.Head, ["State", "JournalHash"], cancel);
        return row.HasValue && RowMapping.IsActive(row.Value!) ? row.Value!.GetString("JournalHash") : null;
    }

    /// <summary>
    /// The number of the last entry of its journal; null where there is no such agreement, or it is still being written.
    /// </summary>
    public async Task<int?> JournalEnd(string agreement, CancellationToken cancel)
    {
        Azure.NullableResponse<TableEntity> row = await Table.GetEntityIfExistsAsync<TableEntity>(
            agreement, TableKeys.Head, ["State", "JournalSeq"], cancel);
        return row.HasValue && RowMapping.IsActive(row.Value!) ? row.Value!.GetInt32("JournalSeq") ?? 0 : null;
    }

    /// <summary>A part of its journal, from one number to the other, in their order.</summary>
    public IAsyncEnumerable<Entry> Journal(string agreement, int from, int to, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>(
            $"{TableKeys.In(agreement)} and RowKey ge '{TableKeys.Journal(from)}' and RowKey le '{TableKeys.Journal(to)}'",
            Limits.Page, cancellationToken: cancel)
                .Select(row => row.Read<Entry>());

    public Task<IReadOnlyList<Entry>> Journal(string agreement, CancellationToken cancel) =>
        Read(agreement, TableKeys.RowsFrom(TableKeys.JournalEntries), row => row.Read<Entry>(), cancel);

    /// <summary>
    /// All agreements with their id from <paramref name="from"/> on, and all rows gone through for them: for whoever trusts no index.
    /// </summary>
    /// <param name="pageSize">How many are asked for in one request.</param>
    public IAsyncEnumerable<StoredAgreement> EveryAgreement(string from, int pageSize, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>(
            $"PartitionKey ge '{from}' and RowKey eq '{TableKeys.Head}' and State eq 'active'", pageSize, cancellationToken: cancel)
                .Select(RowMapping.Head);

    private Task<IReadOnlyList<AgreedItem>> Items(string agreement, string condition, CancellationToken cancel) =>
        Read(agreement, $"{TableKeys.RowsFrom(TableKeys.Item(""))} and {condition}", row => RowMapping.Item(row).Item, cancel);

    private async Task<IReadOnlyList<T>> Read<T>(string agreement, string condition, Func<TableEntity, T> read, CancellationToken cancel) =>
        await Table.QueryAsync<TableEntity>($"{TableKeys.In(agreement)} and {condition}", cancellationToken: cancel)
            .Select(read).ToListAsync(cancel);
}
