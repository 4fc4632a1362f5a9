using DurableTask.AzureStorage;
using DurableTask.AzureStorage.Tracking;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.AzureEngine;

/// <summary>
/// The instances that a query finds, page by page, as the engine's own table has them: created and updated by the real clock.
/// </summary>
internal sealed class EngineInstances(AzureStorageOrchestrationService service, OrchestrationQuery query)
    : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        OrchestrationInstanceStatusQueryCondition condition = new()
        {
            CreatedTimeFrom = query.CreatedFrom?.UtcDateTime ?? default,
            CreatedTimeTo = query.CreatedTo?.UtcDateTime ?? default,
            RuntimeStatus = query.Statuses?.Select(status => Enum.Parse<OrchestrationStatus>(status.ToString())),
            InstanceIdPrefix = query.InstanceIdPrefix,
        };
        string? next = continuationToken ?? query.ContinuationToken;
        do
        {
            DurableStatusQueryResult found = await service.GetOrchestrationStateAsync(condition, pageSizeHint ?? query.PageSize, next);
            next = found.ContinuationToken;
            yield return new([.. found.OrchestrationState.Select(Metadata)], next);
        }
        while (!string.IsNullOrEmpty(next));
    }

    private static OrchestrationMetadata Metadata(OrchestrationState state) => new(state.Name, state.OrchestrationInstance.InstanceId)
    {
        RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(state.OrchestrationStatus.ToString()),
        CreatedAt = new(state.CreatedTime),
        LastUpdatedAt = new(state.LastUpdatedTime),
    };
}
