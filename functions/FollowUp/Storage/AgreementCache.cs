using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;

namespace FollowUp.Storage;

/// <summary>
/// Agreements, items and their ledgers as this host last read or wrote them. Whoever writes a ledger writes its item as well, so
/// that the version of the item's row tells whether all that is kept of it is still so: one request in place of three.
/// </summary>
public sealed class AgreementCache
{
    /// <summary>A few kilobytes each, and more than come due at one moment; beyond this, forgetting all is simpler than choosing.</summary>
    private const int CountMax = 12_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private int count;

    internal StoredAgreement? Agreement(string agreement) => entries.TryGetValue(agreement, out Entry? entry) ? entry.Head : null;

    internal LoadedItem? Item(string agreement, string item) =>
        entries.TryGetValue(agreement, out Entry? entry) && entry.Head is { } head
            && entry.Items.TryGetValue(item, out (StoredItem Item, IReadOnlyList<LedgerRow> Ledger) kept)
            ? new(head, kept.Item, kept.Ledger)
            : null;

    /// <summary>An agreement that is still being written is not kept: it is about to change.</summary>
    internal void Put(StoredAgreement head)
    {
        if (head.IsActive)
        {
            EntryOf(head.Agreement.Id).Head = head;
        }
    }

    internal void Put(StoredItem item, IReadOnlyList<LedgerRow> ledger)
    {
        Entry entry = EntryOf(item.Item.Agreement);
        if (entry.Items.TryAdd(item.Item.Id, (item, ledger)))
        {
            CountOne();
        }
        else
        {
            entry.Items[item.Item.Id] = (item, ledger);
        }
    }

    /// <summary>Somebody else wrote in between, or may have.</summary>
    internal void Invalidate(string agreement)
    {
        if (entries.TryRemove(agreement, out Entry? entry))
        {
            _ = Interlocked.Add(ref count, -1 - entry.Items.Count);
        }
    }

    /// <summary>What this host wrote, it knows without reading it.</summary>
    /// <param name="answers">To each of <paramref name="writes"/>, in their order.</param>
    internal void UpdateAfterCommit(string agreement, IReadOnlyList<RowWrite> writes, IReadOnlyList<Response> answers)
    {
        ILookup<string, LedgerRow> ledger = writes.Select(write => write.Holds).OfType<LedgerRow>().ToLookup(row => row.Key.Item);
        for (int at = 0; at < writes.Count; at++)
        {
            // No answer to what is not kept is looked at: to find a header takes time.
            if (writes[at].Holds is StoredAgreement head)
            {
                Put(head with { Version = answers[at].Headers.ETag!.Value });
            }
            else if (writes[at].Holds is StoredItem item)
            {
                UpdateAfterCommit(
                    agreement, item with { Version = answers[at].Headers.ETag!.Value }, writes[at].Action, ledger[item.Item.Id]);
            }
        }
    }

    private void UpdateAfterCommit(string agreement, StoredItem item, TableTransactionAction write, IEnumerable<LedgerRow> ledger)
    {
        bool isNew = write.ActionType == TableTransactionActionType.Add;
        LoadedItem? before = isNew ? null : Item(agreement, item.Item.Id);
        if (isNew || before?.Item.Version == write.ETag)
        {
            Put(item, Merged(before?.Ledger ?? [], ledger));
        }
    }

    private static IReadOnlyList<LedgerRow> Merged(IReadOnlyList<LedgerRow> before, IEnumerable<LedgerRow> written)
    {
        Dictionary<RungKey, LedgerRow> rows = before.ToDictionary(row => row.Key);
        foreach (LedgerRow row in written)
        {
            rows[row.Key] = row;
        }

        // As the store would bring them.
        return [.. rows.Values.OrderBy(row => TableKeys.Ledger(row.Key), StringComparer.Ordinal)];
    }

    private Entry EntryOf(string agreement)
    {
        Entry fresh = new();
        Entry entry = entries.GetOrAdd(agreement, fresh);
        if (entry == fresh)
        {
            CountOne();
        }

        return entry;
    }

    private void CountOne()
    {
        if (Interlocked.Increment(ref count) > CountMax)
        {
            entries.Clear();
            _ = Interlocked.Exchange(ref count, 0);
        }
    }

    private sealed class Entry
    {
        public StoredAgreement? Head { get; set; }

        public ConcurrentDictionary<string, (StoredItem Item, IReadOnlyList<LedgerRow> Ledger)> Items { get; } = new();
    }
}
