using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using FollowUp.Following;

namespace FollowUp.Storage;

/// <summary>
/// Agreements, items and their ledgers as this host last read or wrote them. Whoever writes a ledger writes its item as well, so
/// that the version of the item's row tells whether all that is kept of it is still so: one request in place of three.
/// </summary>
public sealed class KeptFiles
{
    /// <summary>A few kilobytes each, and more than come due at one moment; beyond this, forgetting all is simpler than choosing.</summary>
    private const int CountMax = 12_000;

    private readonly ConcurrentDictionary<string, Drawer> drawers = new();
    private int count;

    internal StoredAgreement? Head(string agreement) => drawers.TryGetValue(agreement, out Drawer? drawer) ? drawer.Head : null;

    internal ItemFile? File(string agreement, string item) =>
        drawers.TryGetValue(agreement, out Drawer? drawer) && drawer.Head is { } head && drawer.Items.TryGetValue(item, out (StoredItem Item, IReadOnlyList<LedgerRow> Ledger) kept)
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
        Drawer drawer = DrawerOf(item.Item.Agreement);
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
    internal void Forget(string agreement)
    {
        if (drawers.TryRemove(agreement, out Drawer? drawer))
        {
            _ = Interlocked.Add(ref count, -1 - drawer.Items.Count);
        }
    }

    /// <summary>What this host wrote, it knows without reading it.</summary>
    /// <param name="answers">To each of <paramref name="writes"/>, in their order.</param>
    internal void Learn(string agreement, IReadOnlyList<TableTransactionAction> writes, IReadOnlyList<Response> answers)
    {
        List<LedgerRow> ledger = [.. Rows(writes, "ledger|").Select(row => row.Entity.Read<LedgerRow>())];
        foreach ((TableEntity entity, int at) in Rows(writes, Keys.Head))
        {
            Keep(AgreementRows.Head(entity) with { Version = answers[at].Headers.ETag!.Value });
        }

        foreach ((TableEntity entity, int at) in Rows(writes, "item|"))
        {
            StoredItem item = AgreementRows.Item(entity) with { Version = answers[at].Headers.ETag!.Value };
            bool isNew = writes[at].ActionType == TableTransactionActionType.Add;
            if (isNew || File(agreement, item.Item.Id)?.Item.Version == writes[at].ETag)
            {
                IReadOnlyList<LedgerRow> before = File(agreement, item.Item.Id)?.Ledger ?? [];
                Keep(item, Merged(isNew ? [] : before, ledger.Where(row => row.Key.Item == item.Item.Id)));
            }
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
        return [.. rows.Values.OrderBy(row => Keys.Ledger(row.Key), StringComparer.Ordinal)];
    }

    private static IEnumerable<(TableEntity Entity, int At)> Rows(IReadOnlyList<TableTransactionAction> writes, string prefix) =>
        writes.Select((write, at) => ((TableEntity)write.Entity, at)).Where(row => row.Item1.RowKey.StartsWith(prefix, StringComparison.Ordinal));

    private Drawer DrawerOf(string agreement)
    {
        Drawer fresh = new();
        Drawer drawer = drawers.GetOrAdd(agreement, fresh);
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

    private sealed class Drawer
    {
        public StoredAgreement? Head { get; set; }

        public ConcurrentDictionary<string, (StoredItem Item, IReadOnlyList<LedgerRow> Ledger)> Items { get; } = new();
    }
}
