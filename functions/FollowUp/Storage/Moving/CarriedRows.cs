using Azure.Data.Tables;

namespace FollowUp.Storage.Moving;

/// <summary>The rows of a table that a move carries, in the order of their keys.</summary>
internal static class CarriedRows
{
    /// <summary>What says something of this very store stays: its pulse, and its mark.</summary>
    private static bool Stays(TableEntity row) =>
        row.PartitionKey == TableKeys.Move || (row.PartitionKey, row.RowKey) == (TableKeys.Pulse, TableKeys.Pulse);

    public static IAsyncEnumerable<TableEntity> Of(TableClient table, CancellationToken cancel) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancel).Where(row => !Stays(row));

    /// <summary>Whether somebody put anything into it: what a host writes by itself when it starts is nothing.</summary>
    public static ValueTask<bool> IsAny(TableClient table, CancellationToken cancel) =>
        Of(table, cancel).AnyAsync(row => row.PartitionKey != TableKeys.Pulse && row.RowKey != TableKeys.Complete, cancel);
}
