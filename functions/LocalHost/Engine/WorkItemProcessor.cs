using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Takes one step of one instance: read unless warm, decide, store in one transaction, then do what was decided.</summary>
internal sealed class WorkItemProcessor(
    HubTable table,
    OrchestrationExecutor executor,
    Instances instances,
    Activities activities,
    MessageDispatcher dispatcher,
    AlarmClock alarms,
    Changes changes,
    Func<CancellationToken, Task> demandLease,
    ReplayVerifier? verifier,
    TimeProvider time,
    ILogger log)
{
    /// <summary>Another host may write once or twice at a take-over. More often than this is no coincidence.</summary>
    private const int ConflictsMax = 8;

    /// <summary>Storage that is away is usually back within seconds.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly DeferredCommitPolicy deferral = new(activities);

    public async Task Process(Instance instance, CancellationToken cancel)
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
            instance.GiveUp();
            alarms.Set(instance.Id, time.GetUtcNow() + PauseAfterFailure);
        }
    }

    private async Task ProcessWithRetries(Instance instance, CancellationToken cancel)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            try
            {
                await ProcessOnce(instance, cancel);
                return;
            }
            catch (InstanceChangedElsewhereException) when (conflicts < ConflictsMax)
            {
                instance.Forget();
            }
        }
    }

    private async Task ProcessOnce(Instance instance, CancellationToken cancel)
    {
        Mail mail = await LoadAndPeek(instance, cancel);
        if (instance.Warm is not { } warm)
        {
            await DropMessages(instance, mail, cancel);
            return;
        }

        // What an earlier try stored and could not bring to others: the next step's would take its place.
        await DispatchOutbox(warm, cancel);
        InstanceUpdate? deferred = await Execute(instance, warm, mail, cancel);
        if (deferred is { HasActivityResults: false } && mail.Ended.Count > 0)
        {
            // A deferred step that was lost was taken anew: what its activities came to is here, and need not be done again.
            instances.Tell(instance.Id, null);
        }
        else if (warm.State.Status != OrchestrationRuntimeStatus.Suspended)
        {
            // Those that no step wanted belong to an execution that is over.
            instance.Consume(mail.Ended);
        }

        await ScheduleDecisions(instance, warm, cancel);
    }

    /// <summary>Reads it where this host, if it is the active one, does not know it, or not well enough for what it was told.</summary>
    private async Task<Mail> LoadAndPeek(Instance instance, CancellationToken cancel)
    {
        // Before anything that can fail: what was told by now is no reason to try again at once.
        Mail mail = instance.Peek();
        await demandLease(cancel);
        if (mail.IsOutdated)
        {
            instance.Forget();
        }
        else if (instance.Warm is { } kept && kept.MayHaveHeard(mail.Inbox))
        {
            await CommitDeferred(kept, cancel);
            instance.Warm = null;
        }

        if (instance.Warm is null)
        {
            return await Read(instance, cancel);
        }

        await (verifier?.VerifyStored(instance.Warm, cancel) ?? Task.CompletedTask);
        return mail;
    }

    /// <returns>The one that is deferred, to be stored with the next; null where nothing is left to be stored, or nothing new.</returns>
    private async Task<InstanceUpdate?> Execute(Instance instance, WarmInstance warm, Mail mail, CancellationToken cancel)
    {
        if (executor.Execute(warm, mail, time.GetUtcNow()) is not { } update)
        {
            await CommitOverdue(warm, cancel);
            return null;
        }

        bool isDeferred = deferral.Allows(warm, update);
        if (isDeferred)
        {
            warm.Defer(update);
        }
        else
        {
            await Commit(warm, update, cancel);
        }

        instance.Consume(update.Consumed);
        if (update.Consumed.Count >= HubLimits.DeletionsMax)
        {
            instances.Tell(instance.Id, null);
        }

        return isDeferred ? update : null;
    }

    private async Task CommitOverdue(WarmInstance warm, CancellationToken cancel)
    {
        if (deferral.DeadlineOf(warm) <= time.GetUtcNow())
        {
            await CommitDeferred(warm, cancel);
        }
    }

    private async Task CommitDeferred(WarmInstance warm, CancellationToken cancel)
    {
        if (warm.HasDeferredCommit)
        {
            await Commit(warm, new(warm.State, null, []), cancel);
        }
    }

    /// <summary>Again where somebody wrote meanwhile: it may have been too late for this reading, and nobody will tell of it once more.</summary>
    private async Task<Mail> Read(Instance instance, CancellationToken cancel)
    {
        while (true)
        {
            if (!instance.KnowsItsInbox)
            {
                instance.Read(await table.ReadInbox(instance.Id, cancel));
            }

            instance.Warm = await table.Find(instance.Id, cancel) is { } stored ? new(stored) : null;
            if (instance.Peek() is { IsOutdated: false } mail)
            {
                return mail;
            }

            instance.Forget();
        }
    }

    private async Task DropMessages(Instance instance, Mail mail, CancellationToken cancel)
    {
        alarms.Set(instance.Id, null);
        List<string> rows = [.. mail.Inbox.Select(row => row.Key)];
        if (rows.Count > 0)
        {
            log.NobodyToTell(instance.Id);
            await table.Delete(instance.Id, rows, cancel);
        }

        instance.Consume(rows);
        instance.Consume(mail.Ended);
    }

    private async Task Commit(WarmInstance warm, InstanceUpdate update, CancellationToken cancel)
    {
        bool hadEnded = warm.State.HasEnded;
        InstanceUpdate paged = update.WithPaging();
        warm.Advance(paged.State, paged.Step, await table.Commit(paged.State, warm.Version, paged.Page, [.. warm.DeferredMessages, .. paged.Deleted], cancel));
        if (hadEnded)
        {
            log.NobodyToTell(warm.State.Id);
        }
        else if (warm.State.Failure is { } failure)
        {
            log.Failed(warm.State.Id, warm.State.Name, failure.ToString());
        }
        else if (warm.State.HasEnded)
        {
            log.Ended(warm.State.Id, warm.State.Name, warm.State.Status.ToString());
        }
    }

    private async Task ScheduleDecisions(Instance instance, WarmInstance warm, CancellationToken cancel)
    {
        await DispatchOutbox(warm, cancel);
        changes.Announce(warm.State);
        if (warm.State.HasEnded)
        {
            alarms.Set(instance.Id, null);
            return;
        }

        foreach (CallActivity call in warm.Outstanding.Activities.Where(call => instance.Begin(warm.State.Execution, call)))
        {
            activities.Start(warm.State, call, news => instances.TellIfKnown(instance, news));
        }

        alarms.Set(instance.Id, new[] { NextWakeAt(warm), deferral.DeadlineOf(warm) }.Min());
    }

    private async Task DispatchOutbox(WarmInstance warm, CancellationToken cancel)
    {
        if (warm.State.Outbox.Count > 0)
        {
            await dispatcher.Dispatch(warm.State, cancel);
            InstanceState delivered = warm.State with { Outbox = [] };
            delivered = delivered with { WorkAt = InstanceUpdateBuilder.NextWorkAt(delivered, warm.Outstanding, time.GetUtcNow()) };
            warm.Advance(delivered, null, await table.Commit(delivered, warm.Version, null, [], cancel));
        }
    }

    // A suspended instance sleeps through its timers; it finds them due when it is resumed.
    private static DateTimeOffset? NextWakeAt(WarmInstance warm) => warm.State switch
    {
        { Status: OrchestrationRuntimeStatus.Suspended } => null,
        { HasStarted: false } => warm.State.StartAt,
        _ => warm.Outstanding.NextTimer,
    };
}
