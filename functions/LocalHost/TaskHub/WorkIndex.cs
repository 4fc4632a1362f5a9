using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// Which instances have work, and when. A host reads it once, when it becomes the active one; from then on it knows. Filters
/// run in the service, so histories and finished instances never travel.
/// </summary>
sealed class WorkIndex(HubTable table)
{
    static readonly string[] KeysAndMoment = ["PartitionKey", "RowKey", InstanceRow.WorkAt];

    /// <summary>What was running or has fallen due, and every instance with an unread message.</summary>
    public IAsyncEnumerable<(string Id, DateTimeOffset At)> DueAt(DateTimeOffset now, CancellationToken cancel) => Read(
        TableClient.CreateQueryFilter($"(RowKey eq {HubKeys.Instance} and WorkAt le {now}) or (RowKey ge {HubKeys.InboxFrom} and RowKey lt {HubKeys.InboxTo})"),
        cancel);

    public IAsyncEnumerable<(string Id, DateTimeOffset At)> DueAfter(DateTimeOffset now, CancellationToken cancel) => Read(
        TableClient.CreateQueryFilter($"RowKey eq {HubKeys.Instance} and WorkAt gt {now} and WorkAt lt {InstanceRow.Never}"),
        cancel);

    async IAsyncEnumerable<(string Id, DateTimeOffset At)> Read(
        string filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (TableEntity row in table.Query(filter, null, KeysAndMoment, cancel))
        {
            yield return (HubKeys.InstanceId(row.PartitionKey), row.GetDateTimeOffset(InstanceRow.WorkAt) ?? DateTimeOffset.MinValue);
        }
    }
}
