using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>Lists instances page by page, and purges those that have ended.</summary>
internal sealed class HubQueries(HubTable table, DataConverter converter)
{
    /// <summary>The service's own limit of a page.</summary>
    private const int PageMax = 1_000;

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public AsyncPageable<OrchestrationMetadata> List(OrchestrationQuery query) => new Listing(table, converter, query);

    public async Task<PurgeResult> Purge(string id, bool recursive, CancellationToken cancel)
    {
        if (await table.Load(id, cancel) is not { State.HasEnded: true } stored)
        {
            return new(0, true);
        }

        int children = 0;
        foreach (StartChild child in recursive ? stored.History.SelectMany(step => step.Decided).OfType<StartChild>() : [])
        {
            children += (await Purge(child.Instance, recursive, cancel)).PurgedInstanceCount;
        }

        // The instance row goes last: what a crash leaves behind is still an instance that can be purged.
        InstanceState state = stored.State;
        string partition = HubKeys.Partition(id);
        IEnumerable<int> pages = Enumerable.Range(state.OldestPage, state.NextPage - state.OldestPage);
        await table.DeleteRows(id, pages.Select(page => HubKeys.Page(partition, page)), cancel);
        bool isPurged = await table.DeleteInstance(id, stored.Version, cancel);
        return new(children + (isPurged ? 1 : 0), true);
    }

    public async Task<PurgeResult> PurgeAll(PurgeInstancesFilter filter, bool recursive, TimeProvider time, CancellationToken cancel)
    {
        long begun = time.GetTimestamp();
        int purged = 0;
        IEnumerable<OrchestrationRuntimeStatus> statuses = filter.Statuses?.Intersect(Ended) ?? Ended;
        OrchestrationQuery query = new(filter.CreatedFrom, filter.CreatedTo, [.. statuses], PageSize: PageMax);
        await foreach (OrchestrationMetadata instance in List(query).WithCancellation(cancel))
        {
            if (filter.Timeout is { } most && time.GetElapsedTime(begun) > most)
            {
                return new(purged, false);
            }

            purged += (await Purge(instance.InstanceId, recursive, cancel)).PurgedInstanceCount;
        }

        return new(purged, true);
    }

    private sealed class Listing(HubTable table, DataConverter converter, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
    {
        public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
            Pages(continuationToken ?? query.ContinuationToken, Math.Clamp(pageSizeHint ?? query.PageSize, 1, PageMax));

        private async IAsyncEnumerable<Page<OrchestrationMetadata>> Pages(
            string? from, int size, [EnumeratorCancellation] CancellationToken cancel = default)
        {
            if (query.Statuses?.Any() is false)
            {
                yield break;
            }

            await foreach (Azure.Page<TableEntity> page in table.Query(Filter(), size, null, cancel).AsPages(from, size))
            {
                yield return new(
                    [.. page.Values.Select(row => row.ToState().ToMetadata(converter, query.FetchInputsAndOutputs))],
                    page.ContinuationToken);
            }
        }

        private string Filter()
        {
            List<string> terms = [TableClient.CreateQueryFilter($"RowKey ge {HubKeys.InstanceFrom} and RowKey lt {HubKeys.InstanceTo}")];
            if (query.CreatedFrom is { } from)
            {
                terms.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
            }

            if (query.CreatedTo is { } to)
            {
                terms.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
            }

            if (query.InstanceIdPrefix is { Length: > 0 } prefix)
            {
                // In every key a tilde is followed by a hex digit, so two tildes sort behind all keys with this prefix.
                string key = HubKeys.Escaped(prefix);
                terms.Add(TableClient.CreateQueryFilter($"PartitionKey ge {key} and PartitionKey lt {key + "~~"}"));
            }

            if (query.Statuses is { } statuses)
            {
                IEnumerable<string> any = statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}"));
                terms.Add($"({string.Join(" or ", any)})");
            }

            return string.Join(" and ", terms);
        }
    }
}
