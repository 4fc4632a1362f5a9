using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// Which instances have work, and when. A host reads it once, at the beginning of its term. Filters run in the service, so neither
/// histories nor finished instances are transferred.
/// </summary>
internal sealed class WorkIndex(HubTable table)
{
    private static readonly string[] KeysAndMoment = ["PartitionKey", "RowKey", InstanceRow.WorkAt];

    /// <summary>Instances that were running or are due, and every instance with an unread message.</summary>
    public async IAsyncEnumerable<(string Id, bool HasMessages)> DueAt(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        string due = TableClient.CreateQueryFilter(
            $"RowKey ge {HubKeys.InstanceFrom} and RowKey lt {HubKeys.InstanceTo} and WorkAt le {now}");
        string unread = TableClient.CreateQueryFilter($"RowKey ge {HubKeys.InboxFrom} and RowKey lt {HubKeys.InboxTo}");
        string filter = $"({due}) or ({unread})";
        await foreach (TableEntity row in table.Query(filter, null, KeysAndMoment, cancel))
        {
            yield return (HubKeys.InstanceId(row.PartitionKey), row.RowKey.StartsWith(HubKeys.InboxFrom, StringComparison.Ordinal));
        }
    }

    public async IAsyncEnumerable<(string Id, DateTimeOffset At)> DueAfter(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        string filter = TableClient.CreateQueryFilter(
            $"RowKey ge {HubKeys.InstanceFrom} and RowKey lt {HubKeys.InstanceTo} and WorkAt gt {now} and WorkAt lt {InstanceRow.Never}");
        await foreach (TableEntity row in table.Query(filter, null, KeysAndMoment, cancel))
        {
            yield return (HubKeys.InstanceId(row.PartitionKey), row.GetDateTimeOffset(InstanceRow.WorkAt)!.Value);
        }
    }
}
