using FollowUp.LocalHost.TaskHub;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Stores what steps change, and delivers the outbox that was stored with them.</summary>
internal sealed class InstanceCommitter(HubTable table, MessageDispatcher dispatcher, TimeProvider time, ILogger log)
{
    public async Task Commit(CachedInstance cached, InstanceUpdate update, CancellationToken cancel)
    {
        bool hadEnded = cached.State.HasEnded;
        InstanceUpdate paged = update.WithPaging();
        List<string> deleted = [.. cached.DeferredMessages, .. paged.Deleted];
        cached.Advance(paged.State, paged.Step, await table.Commit(paged.State, cached.Version, paged.Page, deleted, cancel));
        if (hadEnded)
        {
            log.NobodyToTell(cached.State.Id);
        }
        else if (cached.State.Failure is { } failure)
        {
            log.Failed(cached.State.Id, cached.State.Name, failure.ToString());
        }
        else if (cached.State.HasEnded)
        {
            log.Ended(cached.State.Id, cached.State.Name, cached.State.Status.ToString());
        }
    }

    /// <summary>Stores the steps that were deferred, if there are any.</summary>
    public async Task CommitDeferred(CachedInstance cached, CancellationToken cancel)
    {
        if (cached.HasDeferredCommit)
        {
            await Commit(cached, new(cached.State, null, []), cancel);
        }
    }

    /// <summary>Delivers what is in the outbox, then stores that it is empty: a crash in between delivers it again.</summary>
    public async Task DispatchOutbox(CachedInstance cached, CancellationToken cancel)
    {
        if (cached.State.Outbox.Count > 0)
        {
            await dispatcher.Dispatch(cached.State, cancel);
            InstanceState delivered = cached.State with { Outbox = [] };
            delivered = delivered with { WorkAt = InstanceUpdateBuilder.NextWorkAt(delivered, cached.Outstanding, time.GetUtcNow()) };
            cached.Advance(delivered, null, await table.Commit(delivered, cached.Version, null, [], cancel));
        }
    }
}
