using Azure;
using Azure.Data.Tables;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>One item with all that a decision about it needs from its agreement's partition.</summary>
public sealed record ItemFile(StoredAgreement Agreement, StoredItem Item, IReadOnlyList<LedgerRow> Ledger);

/// <summary>Reads agreements, their items, ledgers and journals. Nothing here writes (law 17).</summary>
public sealed class AgreementFiles(Tables tables, KeptFiles kept)
{
    /// <summary>So many items are read together rather than each by itself, unless that brings this many times as many.</summary>
    private const int Crowd = 4, WorthOf = 4;

    /// <summary>Fewer rows are not worth a question.</summary>
    private const int PageMin = 50;

    private TableClient Table => tables.Agreements;

    public async Task<StoredAgreement?> Find(string agreement, CancellationToken cancel) =>
        await Row(agreement, Keys.Head, cancel) is { } row ? AgreementRows.Head(row) : null;

    public async Task<StoredItem?> FindItem(string agreement, string item, CancellationToken cancel) =>
        await Row(agreement, Keys.Item(item), cancel) is { } row ? AgreementRows.Item(row) : null;

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
        if (kept.Head(agreement) is { } known)
        {
            return known;
        }

        StoredAgreement? head = await Find(agreement, cancel);
        if (head is not null)
        {
            kept.Keep(head);
        }

        return head;
    }

    /// <summary>The item with its agreement and ledger; null when there is no such item, or its agreement is still being written.</summary>
    public async Task<ItemFile?> Open(string agreement, string item, CancellationToken cancel)
    {
        Task<StoredAgreement?> reading = Head(agreement, cancel);
        StoredItem? stored = await FindItem(agreement, item, cancel);
        if (await reading is not { IsActive: true } head || stored is null)
        {
            return null;
        }

        if (kept.File(agreement, item) is { } file && file.Item.Version == stored.Version)
        {
            return file;
        }

        // After the item: what is written in between is in the ledger and not yet in the item, and the item's version tells.
        IReadOnlyList<LedgerRow> ledger = await Ledger(agreement, item, cancel);
        kept.Keep(stored, ledger);
        return new(head, stored, ledger);
    }

    /// <summary>
    /// Reads those of them that this host does not know, so that it knows them: a crowd in two questions, as long as not much else lies between.
    /// Whoever needs one of a few asks for it by itself.
    /// </summary>
    public async Task GetToKnow(string agreement, IEnumerable<string> items, CancellationToken cancel)
    {
        HashSet<string> unknown = [.. items.Where(item => kept.File(agreement, item) is null)];
        if (unknown.Count < Crowd || await Head(agreement, cancel) is not { IsActive: true } head)
        {
            return;
        }

        (string Query, int Span) rows = Keys.Between(unknown, head.Items, Keys.Item), ledgers = Keys.Between(unknown, head.Items, Keys.LedgerOf);
        if (Math.Max(rows.Span, ledgers.Span) > unknown.Count * WorthOf)
        {
            return;
        }

        List<StoredItem> stored = [.. (await Rows($"{Keys.In(agreement)} and {rows.Query}", cancel)).Select(AgreementRows.Item)];

        // After the items, for the same reason as there.
        ILookup<string, LedgerRow> ledger = (await Rows($"{Keys.In(agreement)} and {ledgers.Query}", cancel)).Select(row => row.Read<LedgerRow>()).ToLookup(row => row.Key.Item);
        foreach (StoredItem item in stored.Where(item => unknown.Contains(item.Item.Id)))
        {
            kept.Keep(item, [.. ledger[item.Item.Id]]);
        }
    }

    /// <summary>The same as this host last knew it, without a question; null where it does not.</summary>
    internal ItemFile? Known(string agreement, string item) => kept.File(agreement, item);

    /// <summary>
    /// The same, as this host last knew it where it knew of all these notices: for whoever is about to write what they come to, and finds out by that
    /// whether it is still so.
    /// </summary>
    public async Task<ItemFile?> Recall(string agreement, string item, IEnumerable<RungKey> notices, CancellationToken cancel) =>
        kept.File(agreement, item) is { } file && notices.All(notice => file.Ledger.Any(row => row.Key == notice)) ? file : await Open(agreement, item, cancel);

    public async Task<IReadOnlyList<LedgerRow>> Ledger(string agreement, string item, CancellationToken cancel) =>
        [.. (await Rows(agreement, Keys.LedgerOf(item), cancel)).Select(row => row.Read<LedgerRow>())];

    /// <summary>The notices of an agreement that are on their way.</summary>
    public async Task<IReadOnlyList<LedgerRow>> Planned(string agreement, CancellationToken cancel)
    {
        string query = $"{Keys.In(agreement)} and {Keys.RowsFrom("ledger|")} and State eq '{nameof(NoticeState.Planned)}'";
        return [.. (await Rows(query, cancel)).Select(row => row.Read<LedgerRow>())];
    }

    public async Task<IReadOnlyList<Entry>> Journal(string agreement, CancellationToken cancel) =>
        [.. (await Rows(agreement, "journal|", cancel)).Select(row => row.Read<Entry>())];

    public async Task<IReadOnlyList<StoredItem>> Items(string agreement, CancellationToken cancel) =>
        [.. (await Rows(agreement, "item|", cancel)).Select(AgreementRows.Item)];

    /// <summary>Those of them that there are.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Items(string agreement, IEnumerable<string> items, CancellationToken cancel) =>
        [.. (await Task.WhenAll(items.Select(item => FindItem(agreement, item, cancel)))).OfType<StoredItem>().Select(stored => stored.Item)];

    /// <summary>Those of an agreement of which something may still have to be said.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Unfinished(string agreement, CancellationToken cancel)
    {
        string unfinished = $"{Keys.In(agreement)} and {Keys.RowsFrom("item|")} and (NextAt ne '' or (Standing ne 'confirmed' and Standing ne 'withdrawn'))";
        return [.. (await Rows(unfinished, cancel)).Select(row => AgreementRows.Item(row).Item)];
    }

    /// <summary>Those of an agreement that are to be looked at: their moment came by then, or they wait for others, which only a look can tell.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Due(string agreement, Instant by, CancellationToken cancel)
    {
        string due = $"{Keys.In(agreement)} and {Keys.RowsFrom("item|")} and ((NextAt ne '' and NextAt le '{InstantPattern.General.Format(by)}') or Standing eq 'registered')";
        return [.. (await Rows(due, cancel)).Select(row => AgreementRows.Item(row).Item)];
    }

    /// <summary>The items that are not assigned yet and wait for <paramref name="item"/>, among others.</summary>
    public async Task<IReadOnlyList<string>> WaitingFor(string agreement, string item, CancellationToken cancel)
    {
        List<string> waiting = [];
        string unassigned = $"{Keys.In(agreement)} and {Keys.RowsFrom("item|")} and Standing eq 'registered'";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(unassigned, cancellationToken: cancel))
        {
            if (AgreementRows.Item(row).Item is var other && other.DependsOn.Contains(item))
            {
                waiting.Add(other.Id);
            }
        }

        return waiting;
    }

    /// <summary>Whether this very request was answered before, under the same idempotency key.</summary>
    /// <exception cref="KeyReusedException">The key came with another request.</exception>
    public async Task<bool> IsAnswered(string agreement, Answer answer, CancellationToken cancel)
    {
        if (await Row(agreement, Keys.Idempotency(answer.KeyHash), cancel) is not { } row)
        {
            return false;
        }

        return row.GetString("Request") == answer.RequestHash ? true : throw new KeyReusedException();
    }

    /// <summary>All agreements with their id from <paramref name="from"/> on, and all rows gone through for them: for whoever trusts no index.</summary>
    /// <param name="atOnce">How many are asked for in one question.</param>
    public IAsyncEnumerable<StoredAgreement> EveryAgreement(string from, int atOnce, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>($"PartitionKey ge '{from}' and RowKey eq '{Keys.Head}' and State eq 'active'", atOnce, cancellationToken: cancel).Select(AgreementRows.Head);

    /// <summary>The first of an agreement's items that <paramref name="filter"/> finds; none while it is still being written.</summary>
    /// <param name="shows">Which of those.</param>
    public async Task<IReadOnlyList<StoredItem>> Items(string agreement, ItemFilter filter, Func<AgreedItem, bool> shows, int most, CancellationToken cancel)
    {
        Task<StoredAgreement?> head = Head(agreement, cancel);
        List<StoredItem> items = await Table.QueryAsync<TableEntity>($"{Keys.In(agreement)} and {filter.Query}", Math.Max(most, PageMin), cancellationToken: cancel)
            .Select(AgreementRows.Item).Where(item => shows(item.Item)).Take(most).ToListAsync(cancel);
        return await head is { IsActive: true } ? items : [];
    }

    private async Task<TableEntity?> Row(string partition, string row, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await Table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }

    private Task<List<TableEntity>> Rows(string partition, string prefix, CancellationToken cancel) => Rows($"{Keys.In(partition)} and {Keys.RowsFrom(prefix)}", cancel);

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
