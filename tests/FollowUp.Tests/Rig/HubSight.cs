using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Tables;

namespace FollowUp.Tests.Rig;

/// <summary>An instance as its row in the local host's hub says.</summary>
public sealed record Seen(string Id, string Status, DateTimeOffset CreatedAt, bool HasHistory);

/// <summary>Looks into the local host's hub, and remembers instances that were purged since.</summary>
public sealed class HubSight(HttpPipelineTransport tables)
{
    private readonly Dictionary<(string Id, DateTimeOffset Created), Seen> all = [];
    private readonly TableClient hub = new(InMemoryTables.ConnectionString, "FollowUpHub", new() { Transport = tables });

    /// <summary>How every instance stood when it was last seen; one that was started anew after its end is another.</summary>
    public IReadOnlyList<Seen> All => [.. all.Values.OrderBy(seen => seen.Id, StringComparer.Ordinal).ThenBy(seen => seen.CreatedAt)];

    public async Task Look(CancellationToken cancel)
    {
        const string Instances = "RowKey ge 'instance|' and RowKey lt 'instance}'";
        await foreach (TableEntity row in hub.QueryAsync<TableEntity>(Instances, cancellationToken: cancel))
        {
            Seen seen = new(
                row.PartitionKey,
                row.GetString("Status"),
                row.GetDateTimeOffset("CreatedAt")!.Value,
                row.GetInt32("NextPage") > row.GetInt32("FirstPage") || row.GetString("Tail") is { Length: > 0 });
            all[(seen.Id, seen.CreatedAt)] = seen;
        }
    }
}
