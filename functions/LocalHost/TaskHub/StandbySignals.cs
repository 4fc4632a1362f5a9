using Azure;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>How a host that stands by tells the active one to look at an instance. Read with every heartbeat.</summary>
internal sealed class StandbySignals(TableClient table)
{
    /// <summary>As text: the client compiles an expression anew every time, which takes longer than the request.</summary>
    private static readonly string All = TableClient.CreateQueryFilter($"PartitionKey eq {HubKeys.SignalsPartition}");

    public Task Send(string id, CancellationToken cancel) =>
        table.UpsertEntityAsync(new TableEntity(HubKeys.SignalsPartition, HubKeys.Partition(id)), TableUpdateMode.Replace, cancel);

    /// <summary>Hands every signal on and then forgets it; a crash in between hands it on again, which is harmless.</summary>
    public async Task ReceiveAll(Action<string> handOn, CancellationToken cancel)
    {
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(All, cancellationToken: cancel))
        {
            handOn(HubKeys.InstanceId(row.RowKey));
            try
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel);
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
                // Raised again meanwhile: the next heartbeat hands it on.
            }
        }
    }
}
