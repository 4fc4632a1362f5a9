using Azure;
using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>One item with all that a decision about it needs from its agreement's partition.</summary>
public sealed record LoadedItem(StoredAgreement Agreement, StoredItem Item, IReadOnlyList<LedgerRow> Ledger);

/// <summary>Reads agreements, their items, ledgers and journals. Nothing here writes (law 17).</summary>
public sealed class AgreementStore(TableClients tables, AgreementCache cache)
{
    /// <summary>Fewer rows are not worth a question.</summary>
    private const int PageMin = 50;

    private readonly ItemRows rows = new(tables.Agreements, cache);

    private TableClient Table => tables.Agreements;

    public async Task<StoredAgreement?> Find(string agreement, CancellationToken cancel) =>
        await Row(agreement, TableKeys.Head, cancel) is { } row ? RowMapping.Head(row) : null;

    public async Task<StoredItem?> FindItem(string agreement, string item, CancellationToken cancel) =>
        (await rows.Items(agreement, [item], cancel))[0];

    /// <summary>The item as callers may see it; null also while its agreement is still being written.</summary>
    public async Task<StoredItem?> FindVisible(string agreement, string item, CancellationToken cancel)
    {
        Task<StoredAgreement?> head = Head(agreement, cancel);
        StoredItem? found = await FindItem(agreement, item, cancel);
        return await head is { IsActive: true } ? found : null;
    }

    /// <summary>
    /// An agreement as it was signed, and the end of its journal as this host knows it: whoever carries that on finds out when it
    /// writes whether it was the end.
    /// </summary>
    public async Task<StoredAgreement?> Head(string agreement, CancellationToken cancel)
    {
        if (cache.Head(agreement) is { } known)
        {
            return known;
        }

        StoredAgreement? head = await Find(agreement, cancel);
        if (head is not null)
        {
            cache.Keep(head);
        }

        return head;
    }

    /// <summary>The item with its agreement and ledger; null when there is no such item, or its agreement is still being written.</summary>
    public async Task<LoadedItem?> Open(string agreement, string item, CancellationToken cancel) => (await Open(agreement, [item], cancel))[0];

    /// <summary>The same for some of its items, in their order: a crowd asks little more than one.</summary>
    public async Task<IReadOnlyList<LoadedItem?>> Open(string agreement, IReadOnlyList<string> items, CancellationToken cancel)
    {
        StoredAgreement? head = await Head(agreement, cancel);
        IReadOnlyList<StoredItem?> read = head is { IsActive: true } ? await rows.Items(agreement, items, cancel) : [];
        StoredItem[] stored = [.. read.OfType<StoredItem>().DistinctBy(item => item.Item.Id)];
        Dictionary<string, LoadedItem> files = stored.Select(Known).OfType<LoadedItem>().ToDictionary(loaded => loaded.Item.Item.Id);
        StoredItem[] unknown = [.. stored.Where(item => !files.ContainsKey(item.Item.Id))];

        // After the items: what is written in between is in the ledger and not yet in the item, and the item's version tells.
        foreach ((StoredItem item, IReadOnlyList<LedgerRow> ledger) in unknown.Zip(await rows.Ledgers(agreement, [.. unknown.Select(item => item.Item.Id)], cancel)))
        {
            cache.Keep(item, ledger);
            files.Add(item.Item.Id, new(head!, item, ledger));
        }

        return [.. items.Select(files.GetValueOrDefault)];
    }

    /// <summary>Reads those of them that this host does not know, so that it knows them.</summary>
    public Task GetToKnow(string agreement, IEnumerable<string> items, CancellationToken cancel)
    {
        string[] unknown = [.. items.Where(item => cache.File(agreement, item) is null).Distinct()];

        // Whoever needs one asks for it.
        return unknown.Length < 2 ? Task.CompletedTask : Open(agreement, unknown, cancel);
    }

    /// <summary>The same as this host last knew it, without a question; null where it does not.</summary>
    internal LoadedItem? Known(string agreement, string item) => cache.File(agreement, item);

    /// <summary>
    /// The same, as this host last knew it where it knew of all these notices: for whoever is about to write what they come to, and finds out by that
    /// whether it is still so.
    /// </summary>
    public async Task<LoadedItem?> Recall(string agreement, string item, IEnumerable<RungKey> notices, CancellationToken cancel) =>
        cache.File(agreement, item) is { } loaded && notices.All(notice => loaded.Ledger.Any(row => row.Key == notice)) ? loaded : await Open(agreement, item, cancel);

    /// <summary>The notices of an agreement that are on their way.</summary>
    public async Task<IReadOnlyList<LedgerRow>> Planned(string agreement, CancellationToken cancel)
    {
        string query = $"{TableKeys.In(agreement)} and {TableKeys.RowsFrom("ledger|")} and State eq '{nameof(NoticeState.Planned)}'";
        return [.. (await Rows(query, cancel)).Select(row => row.Read<LedgerRow>())];
    }

    public async Task<IReadOnlyList<Entry>> Journal(string agreement, CancellationToken cancel) =>
        [.. (await Rows(agreement, "journal|", cancel)).Select(row => row.Read<Entry>())];

    public async Task<IReadOnlyList<StoredItem>> Items(string agreement, CancellationToken cancel) =>
        [.. (await Rows(agreement, "item|", cancel)).Select(RowMapping.Item)];

    /// <summary>Those of them that there are.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Items(string agreement, IEnumerable<string> items, CancellationToken cancel) =>
        [.. (await rows.Items(agreement, [.. items], cancel)).OfType<StoredItem>().Select(stored => stored.Item)];

    /// <summary>Those of an agreement of which something may still have to be said.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Unfinished(string agreement, CancellationToken cancel)
    {
        string unfinished = $"{TableKeys.In(agreement)} and {TableKeys.RowsFrom("item|")} and (NextAt ne '' or (Standing ne 'confirmed' and Standing ne 'withdrawn'))";
        return [.. (await Rows(unfinished, cancel)).Select(row => RowMapping.Item(row).Item)];
    }

    /// <summary>Those of an agreement that are to be looked at: their moment came by then, or what they waited for is closed.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Due(string agreement, Instant by, CancellationToken cancel)
    {
        string due = $"{TableKeys.In(agreement)} and {TableKeys.RowsFrom("item|")} and ((NextAt ne '' and NextAt le '{InstantPattern.General.Format(by)}') or Standing eq 'registered')";
        ILookup<bool, AgreedItem> items = (await Rows(due, cancel)).Select(row => RowMapping.Item(row).Item).ToLookup(item => item.NextAt <= by);
        IReadOnlyList<AgreedItem> others = await Items(agreement, items[false].SelectMany(waiting => waiting.DependsOn).Distinct(), cancel);
        return [.. items[true], .. items[false].Where(waiting => waiting.AssignWhenFree([.. others.Where(other => waiting.DependsOn.Contains(other.Id))]).AssignedAt is not null)];
    }

    /// <summary>The items that are not assigned yet and wait for <paramref name="item"/>, among others.</summary>
    public async Task<IReadOnlyList<string>> WaitingFor(StoredAgreement head, string item, CancellationToken cancel)
    {
        string unassigned = $"{TableKeys.In(head.Agreement.Id)} and {TableKeys.RowsFrom("item|")} and Standing eq 'registered'";
        IEnumerable<AgreedItem> waiting = head.Dependent is { } dependent
            ? await Items(head.Agreement.Id, dependent, cancel)
            : (await Rows(unassigned, cancel)).Select(row => RowMapping.Item(row).Item);
        return [.. waiting.Where(other => other is { IsOpen: true, AssignedAt: null } && other.DependsOn.Contains(item)).Select(other => other.Id)];
    }

    /// <summary>Whether this very request was answered before, under the same idempotency key.</summary>
    /// <exception cref="KeyReusedException">The key came with another request.</exception>
    public async Task<bool> IsAnswered(string agreement, IdempotencyRecord answer, CancellationToken cancel)
    {
        if (await Row(agreement, TableKeys.Idempotency(answer.KeyHash), cancel) is not { } row)
        {
            return false;
        }

        return row.GetString("Request") == answer.RequestHash ? true : throw new KeyReusedException();
    }

    /// <summary>All agreements with their id from <paramref name="from"/> on, and all rows gone through for them: for whoever trusts no index.</summary>
    /// <param name="atOnce">How many are asked for in one question.</param>
    public IAsyncEnumerable<StoredAgreement> EveryAgreement(string from, int atOnce, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>($"PartitionKey ge '{from}' and RowKey eq '{TableKeys.Head}' and State eq 'active'", atOnce, cancellationToken: cancel).Select(RowMapping.Head);

    /// <summary>The first of an agreement's items that <paramref name="filter"/> finds; none while it is still being written.</summary>
    /// <param name="shows">Which of those.</param>
    public async Task<IReadOnlyList<StoredItem>> Items(string agreement, ItemFilter filter, Func<AgreedItem, bool> shows, int most, CancellationToken cancel)
    {
        Task<StoredAgreement?> head = Head(agreement, cancel);
        List<StoredItem> items = await Table.QueryAsync<TableEntity>($"{TableKeys.In(agreement)} and {filter.Query}", Math.Max(most, PageMin), cancellationToken: cancel)
            .Select(RowMapping.Item).Where(item => shows(item.Item)).Take(most).ToListAsync(cancel);
        return await head is { IsActive: true } ? items : [];
    }

    /// <summary>As this host knows it, if nobody else wrote it since.</summary>
    private LoadedItem? Known(StoredItem stored) =>
        cache.File(stored.Item.Agreement, stored.Item.Id) is { } loaded && loaded.Item.Version == stored.Version ? loaded : null;

    private async Task<TableEntity?> Row(string partition, string row, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await Table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }

    private Task<List<TableEntity>> Rows(string partition, string prefix, CancellationToken cancel) => Rows($"{TableKeys.In(partition)} and {TableKeys.RowsFrom(prefix)}", cancel);

    private async Task<List<TableEntity>> Rows(string query, CancellationToken cancel)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(query, cancellationToken: cancel))
        {
            rows.Add(row);
        }

        return rows;
    }
}
