using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Runs one step of one instance: load unless cached, run its code, commit in one transaction, then carry out the decisions.
/// </summary>
internal sealed class WorkItemProcessor(
    HubTable table,
    OrchestrationExecutor executor,
    InstanceCache instances,
    ActivityRunner activities,
    InstanceCommitter committer,
    TimerQueue timers,
    StateChanges changes,
    Func<CancellationToken, Task> requireLease,
    ReplayVerifier? verifier,
    TimeProvider time,
    ILogger log)
{
    /// <summary>Another host may write once or twice at a take-over; more conflicts than this mean something else is wrong.</summary>
    private const int ConflictsMax = 8;

    /// <summary>Storage that fails is usually back within seconds.</summary>
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
            // The term is over. What was not stored did not happen; the next active host goes on from the store.
        }
        catch (Exception failure)
        {
            // Its messages stay in the mailbox and in the store: the next try finds all of them.
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

        // What an earlier try stored and could not deliver: the next commit would overwrite the outbox.
        await committer.DispatchOutbox(cached, cancel);
        InstanceUpdate? deferred = await Execute(instance, cached, unread, cancel);
        if (deferred is { HasActivityResults: false } && unread.Ended.Count > 0)
        {
            // A deferred step was lost and run again: the results of its activities are here, and need another step.
            instances.Notify(instance.Id, null);
        }
        else if (cached.State.Status != OrchestrationRuntimeStatus.Suspended)
        {
            // Results that no step used belong to an execution that is over.
            instance.Consume(unread.Ended);
        }

        await ScheduleDecisions(instance, cached, cancel);
    }

    /// <summary>Loads the instance where it is not cached, or where its history is needed to recognise duplicates.</summary>
    private async Task<UnreadMessages> LoadAndPeek(InstanceActor instance, CancellationToken cancel)
    {
        // Before anything that can fail: messages that came by now are no reason to retry at once.
        UnreadMessages unread = instance.PeekUnread();
        await requireLease(cancel);
        if (unread.IsInvalidated)
        {
            instance.Invalidate();
        }
        else if (instance.Cached is { } kept && kept.MayBeDuplicate(unread.Inbox))
        {
            await committer.CommitDeferred(kept, cancel);
            instance.Cached = null;
        }

        if (instance.Cached is null)
        {
            return await Load(instance, cancel);
        }

        await (verifier?.VerifyStored(instance.Cached, cancel) ?? Task.CompletedTask);
        return unread;
    }

    /// <returns>The update if its commit is deferred; null where it was committed, or where there was nothing to do.</returns>
    private async Task<InstanceUpdate?> Execute(
        InstanceActor instance, CachedInstance cached, UnreadMessages unread, CancellationToken cancel)
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
            await committer.Commit(cached, update, cancel);
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
            await committer.CommitDeferred(cached, cancel);
        }
    }

    /// <summary>
    /// Loads again where somebody wrote meanwhile: this reading may have missed it, and there will be no second notification.
    /// </summary>
    private async Task<UnreadMessages> Load(InstanceActor instance, CancellationToken cancel)
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

    private async Task ScheduleDecisions(InstanceActor instance, CachedInstance cached, CancellationToken cancel)
    {
        await committer.DispatchOutbox(cached, cancel);
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

    // A suspended instance is not woken by its timers; it finds them due when it is resumed.
    private static DateTimeOffset? NextWakeAt(CachedInstance cached) => cached.State switch
    {
        { Status: OrchestrationRuntimeStatus.Suspended } => null,
        { HasStarted: false } => cached.State.StartAt,
        _ => cached.Outstanding.NextTimer,
    };
}
