using Azure.Data.Tables;

namespace FollowUp.Benchmarks.Rig;

/// <summary>Counts what is in the ledger itself, so that no figure is about less than it says.</summary>
internal static class LedgerCheck
{
    /// <exception cref="InvalidOperationException">Not exactly so many notices of the due ladder were sent.</exception>
    public static async Task RequireSent(Store store, int sent)
    {
        int found = 0;
        string lines = "RowKey ge 'ledger|' and RowKey lt 'ledger}' and State eq 'Sent'";
        await foreach (TableEntity line in store.Table("Agreements").QueryAsync<TableEntity>(lines, select: ["RowKey"]))
        {
            found += line.RowKey.Contains("|due|", StringComparison.Ordinal) ? 1 : 0;
        }

        if (found != sent)
        {
            throw new InvalidOperationException($"The ledger has {found} notices as sent, and there should be {sent}.");
        }
    }
}
