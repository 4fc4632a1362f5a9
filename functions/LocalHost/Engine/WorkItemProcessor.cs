using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Takes one step of one instance: read unless cached, decide, store in one transaction, then do what was decided.</summary>
internal sealed class WorkItemProcessor(
    HubTable table,
    OrchestrationExecutor executor,
    InstanceCache instances,
    ActivityRunner activities,
    MessageDispatcher dispatcher,
    TimerQueue timers,
    StateChanges changes,
    Func<CancellationToken, Task> requireLease,
    ReplayVerifier? verifier,
    TimeProvider time,
    ILogger log)
{
    /// <summary>Another host may write once or twice at a take-over. More often than this is no coincidence.</summary>
    private const int ConflictsMax = 8;

    /// <summary>Storage that is away is usually back within seconds.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly DeferredCommitPolicy deferral = new(activities);

    public async Task Process(InstanceActor instance, CancellationToken cancel)
    {
        try
        {
            await ProcessWithRetries(instance, cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The shift is over. What was not stored did not happen; whoever is active next goes on from there.
        }
        catch (Exception failure)
        {
            // What it was told stays in memory and in its inbox: the next try finds all of it.
            log.StepFailed(instance.Id, PauseAfterFailure, failure);
            instance.HandleFailedStep();
            timers.Schedule(instance.Id, time.GetUtcNow() + PauseAfterFailure);
        }
    }

    private async Task ProcessWithRetries(InstanceActor instance, CancellationToken cancel)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            try
            {
                await ProcessOnce(instance, cancel);
                return;
            }
            catch (InstanceConflictException) when (conflicts < ConflictsMax)
            {
                instance.Invalidate();
            }
        }
    }

    private async Task ProcessOnce(InstanceActor instance, CancellationToken cancel)
    {
        UnreadMessages unread = await LoadAndPeek(instance, cancel);
        if (instance.Cached is not { } cached)
        {
            await DropMessages(instance, unread, cancel);
            return;
        }

        // What an earlier try stored and could not bring to others: the next step's would take its place.
        await DispatchOutbox(cached, cancel);
        InstanceUpdate? deferred = await Execute(instance, cached, unread, cancel);
        if (deferred is { HasActivityResults: false } && unread.Ended.Count > 0)
        {
            // A deferred step that was lost was taken anew: what its activities came to is here, and need not be done again.
            instances.Notify(instance.Id, null);
        }
        else if (cached.State.Status != OrchestrationRuntimeStatus.Suspended)
        {
            // Those that no step wanted belong to an execution that is over.
            instance.Consume(unread.Ended);
        }

        await ScheduleDecisions(instance, cached, cancel);
    }

    /// <summary>Reads it where this host, if it is the active one, does not know it, or not well enough for what it was told.</summary>
    private async Task<UnreadMessages> LoadAndPeek(InstanceActor instance, CancellationToken cancel)
    {
        // Before anything that can fail: what was told by now is no reason to try again at once.
        UnreadMessages unread = instance.PeekUnread();
        await requireLease(cancel);
        if (unread.IsInvalidated)
        {
            instance.Invalidate();
        }
        else if (instance.Cached is { } kept && kept.MayHaveHeard(unread.Inbox))
        {
            await CommitDeferred(kept, cancel);
            instance.Cached = null;
        }

        if (instance.Cached is null)
        {
            return await Read(instance, cancel);
        }

        await (verifier?.VerifyStored(instance.Cached, cancel) ?? Task.CompletedTask);
        return unread;
    }

    /// <returns>The one that is deferred, to be stored with the next; null where nothing is left to be stored, or nothing new.</returns>
    private async Task<InstanceUpdate?> Execute(InstanceActor instance, CachedInstance cached, UnreadMessages unread, CancellationToken cancel)
    {
        if (executor.Execute(cached, unread, time.GetUtcNow()) is not { } update)
        {
            await CommitOverdue(cached, cancel);
            return null;
        }

        bool isDeferred = deferral.Allows(cached, update);
        if (isDeferred)
        {
            cached.Defer(update);
        }
        else
        {
            await Commit(cached, update, cancel);
        }

        instance.Consume(update.Consumed);
        if (update.Consumed.Count >= HubLimits.DeletionsMax)
        {
            instances.Notify(instance.Id, null);
        }

        return isDeferred ? update : null;
    }

    private async Task CommitOverdue(CachedInstance cached, CancellationToken cancel)
    {
        if (deferral.DeadlineOf(cached) <= time.GetUtcNow())
        {
            await CommitDeferred(cached, cancel);
        }
    }

    private async Task CommitDeferred(CachedInstance cached, CancellationToken cancel)
    {
        if (cached.HasDeferredCommit)
        {
            await Commit(cached, new(cached.State, null, []), cancel);
        }
    }

    /// <summary>Again where somebody wrote meanwhile: it may have been too late for this reading, and nobody will tell of it once more.</summary>
    private async Task<UnreadMessages> Read(InstanceActor instance, CancellationToken cancel)
    {
        while (true)
        {
            if (!instance.IsInboxComplete)
            {
                instance.AddStored(await table.ReadInbox(instance.Id, cancel));
            }

            instance.Cached = await table.Load(instance.Id, cancel) is { } stored ? new(stored) : null;
            if (instance.PeekUnread() is { IsInvalidated: false } unread)
            {
                return unread;
            }

            instance.Invalidate();
        }
    }

    private async Task DropMessages(InstanceActor instance, UnreadMessages unread, CancellationToken cancel)
    {
        timers.Schedule(instance.Id, null);
        List<string> rows = [.. unread.Inbox.Select(row => row.Key)];
        if (rows.Count > 0)
        {
            log.NobodyToTell(instance.Id);
            await table.DeleteRows(instance.Id, rows, cancel);
        }

        instance.Consume(rows);
        instance.Consume(unread.Ended);
    }

    private async Task Commit(CachedInstance cached, InstanceUpdate update, CancellationToken cancel)
    {
        bool hadEnded = cached.State.HasEnded;
        InstanceUpdate paged = update.WithPaging();
        cached.Advance(paged.State, paged.Step, await table.Commit(paged.State, cached.Version, paged.Page, [.. cached.DeferredMessages, .. paged.Deleted], cancel));
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

    private async Task ScheduleDecisions(InstanceActor instance, CachedInstance cached, CancellationToken cancel)
    {
        await DispatchOutbox(cached, cancel);
        changes.Publish(cached.State);
        if (cached.State.HasEnded)
        {
            timers.Schedule(instance.Id, null);
            return;
        }

        foreach (CallActivity call in cached.Outstanding.Activities.Where(call => instance.TryBegin(cached.State.Execution, call)))
        {
            activities.Start(cached.State, call, news => instances.NotifyIfCached(instance, news));
        }

        timers.Schedule(instance.Id, new[] { NextWakeAt(cached), deferral.DeadlineOf(cached) }.Min());
    }

    private async Task DispatchOutbox(CachedInstance cached, CancellationToken cancel)
    {
        if (cached.State.Outbox.Count > 0)
        {
            await dispatcher.Dispatch(cached.State, cancel);
            InstanceState delivered = cached.State with { Outbox = [] };
            delivered = delivered with { WorkAt = InstanceUpdateBuilder.NextWorkAt(delivered, cached.Outstanding, time.GetUtcNow()) };
            cached.Advance(delivered, null, await table.Commit(delivered, cached.Version, null, [], cancel));
        }
    }

    // A suspended instance sleeps through its timers; it finds them due when it is resumed.
    private static DateTimeOffset? NextWakeAt(CachedInstance cached) => cached.State switch
    {
        { Status: OrchestrationRuntimeStatus.Suspended } => null,
        { HasStarted: false } => cached.State.StartAt,
        _ => cached.Outstanding.NextTimer,
    };
}
