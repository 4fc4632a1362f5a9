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

    private readonly ConcurrentDictionary<string, Entry> drawers = new();
    private int count;

    internal StoredAgreement? Head(string agreement) => drawers.TryGetValue(agreement, out Entry? drawer) ? drawer.Head : null;

    internal LoadedItem? File(string agreement, string item) =>
        drawers.TryGetValue(agreement, out Entry? drawer) && drawer.Head is { } head && drawer.Items.TryGetValue(item, out (StoredItem Item, IReadOnlyList<LedgerRow> Ledger) kept)
            ? new(head, kept.Item, kept.Ledger)
            : null;

    /// <summary>An agreement that is still being written is not kept: it is about to change.</summary>
    internal void Keep(StoredAgreement head)
    {
        if (head.IsActive)
        {
            DrawerOf(head.Agreement.Id).Head = head;
        }
    }

    internal void Keep(StoredItem item, IReadOnlyList<LedgerRow> ledger)
    {
        Entry drawer = DrawerOf(item.Item.Agreement);
        if (drawer.Items.TryAdd(item.Item.Id, (item, ledger)))
        {
            CountOne();
        }
        else
        {
            drawer.Items[item.Item.Id] = (item, ledger);
        }
    }

    /// <summary>Somebody else wrote in between, or may have.</summary>
    internal void Invalidate(string agreement)
    {
        if (drawers.TryRemove(agreement, out Entry? drawer))
        {
            _ = Interlocked.Add(ref count, -1 - drawer.Items.Count);
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
                Keep(head with { Version = answers[at].Headers.ETag!.Value });
            }
            else if (writes[at].Holds is StoredItem item)
            {
                UpdateAfterCommit(agreement, item with { Version = answers[at].Headers.ETag!.Value }, writes[at].Action, ledger[item.Item.Id]);
            }
        }
    }

    private void UpdateAfterCommit(string agreement, StoredItem item, TableTransactionAction write, IEnumerable<LedgerRow> ledger)
    {
        bool isNew = write.ActionType == TableTransactionActionType.Add;
        LoadedItem? before = isNew ? null : File(agreement, item.Item.Id);
        if (isNew || before?.Item.Version == write.ETag)
        {
            Keep(item, Merged(before?.Ledger ?? [], ledger));
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

    private Entry DrawerOf(string agreement)
    {
        Entry fresh = new();
        Entry drawer = drawers.GetOrAdd(agreement, fresh);
        if (drawer == fresh)
        {
            CountOne();
        }

        return drawer;
    }

    private void CountOne()
    {
        if (Interlocked.Increment(ref count) > CountMax)
        {
            drawers.Clear();
            _ = Interlocked.Exchange(ref count, 0);
        }
    }

    private sealed class Entry
    {
        public StoredAgreement? Head { get; set; }

        public ConcurrentDictionary<string, (StoredItem Item, IReadOnlyList<LedgerRow> Ledger)> Items { get; } = new();
    }
}
