using Azure;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// How a standby host tells the active one that it wrote to an instance: rows that the active host reads with every heartbeat.
/// </summary>
internal sealed class StandbySignals(TableClient table)
{
    /// <summary>A text: the client would compile an expression anew every time, which takes longer than the request.</summary>
    private static readonly string All = TableClient.CreateQueryFilter($"PartitionKey eq {HubKeys.SignalsPartition}");

    public Task Send(string id, CancellationToken cancel) =>
        table.UpsertEntityAsync(new TableEntity(HubKeys.SignalsPartition, HubKeys.Partition(id)), TableUpdateMode.Replace, cancel);

    /// <summary>Handles every signal and then deletes it; after a crash in between it is handled again, which is harmless.</summary>
    public async Task ReceiveAll(Action<string> handle, CancellationToken cancel)
    {
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(All, cancellationToken: cancel))
        {
            handle(HubKeys.InstanceId(row.RowKey));
            try
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel);
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
                // Sent again meanwhile: the next heartbeat handles it.
            }
        }
    }
}
