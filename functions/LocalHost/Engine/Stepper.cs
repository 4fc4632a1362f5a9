using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Takes one step of one instance: read unless warm, decide, store in one transaction, then do what was decided.</summary>
internal sealed class Stepper(
    HubTable table,
    Turns turns,
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

    private readonly Holding holding = new(activities);

    public async Task Step(Instance instance, CancellationToken cancel)
    {
        try
        {
            await StepUntilStored(instance, cancel);
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

    private async Task StepUntilStored(Instance instance, CancellationToken cancel)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            try
            {
                await StepOnce(instance, cancel);
                return;
            }
            catch (InstanceChangedElsewhereException) when (conflicts < ConflictsMax)
            {
                instance.Forget();
            }
        }
    }

    private async Task StepOnce(Instance instance, CancellationToken cancel)
    {
        Mail mail = await Know(instance, cancel);
        if (instance.Warm is not { } warm)
        {
            await DropMail(instance, mail, cancel);
            return;
        }

        // What an earlier try stored and could not bring to others: the next step's would take its place.
        await DispatchOutbox(warm, cancel);
        Turn? held = await TakeTurn(instance, warm, mail, cancel);
        if (held is { HasHeardOfActivities: false } && mail.Ended.Count > 0)
        {
            // A held step that was lost was taken anew: what its activities came to is here, and need not be done again.
            instances.Tell(instance.Id, null);
        }
        else if (warm.State.Status != OrchestrationRuntimeStatus.Suspended)
        {
            // Those that no step wanted belong to an execution that is over.
            instance.Consume(mail.Ended);
        }

        await DoWhatWasDecided(instance, warm, cancel);
    }

    /// <summary>Reads it where this host, if it is the active one, does not know it, or not well enough for what it was told.</summary>
    private async Task<Mail> Know(Instance instance, CancellationToken cancel)
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
            await StoreWhatIsHeld(kept, cancel);
            instance.Warm = null;
        }

        if (instance.Warm is null)
        {
            return await Read(instance, cancel);
        }

        await (verifier?.VerifyStored(instance.Warm, cancel) ?? Task.CompletedTask);
        return mail;
    }

    /// <returns>The one that is held, to be stored with the next; null where nothing is left to be stored, or nothing new.</returns>
    private async Task<Turn?> TakeTurn(Instance instance, WarmInstance warm, Mail mail, CancellationToken cancel)
    {
        if (turns.Take(warm, mail, time.GetUtcNow()) is not { } turn)
        {
            await StoreWhatWasHeldForLong(warm, cancel);
            return null;
        }

        bool isHeld = holding.Allows(warm, turn);
        if (isHeld)
        {
            warm.Hold(turn);
        }
        else
        {
            await Store(warm, turn, cancel);
        }

        instance.Consume(turn.Consumed);
        if (turn.Consumed.Count >= HubLimits.DeletionsMax)
        {
            instances.Tell(instance.Id, null);
        }

        return isHeld ? turn : null;
    }

    private async Task StoreWhatWasHeldForLong(WarmInstance warm, CancellationToken cancel)
    {
        if (holding.EndOf(warm) <= time.GetUtcNow())
        {
            await StoreWhatIsHeld(warm, cancel);
        }
    }

    private async Task StoreWhatIsHeld(WarmInstance warm, CancellationToken cancel)
    {
        if (warm.IsHolding)
        {
            await Store(warm, new(warm.State, null, []), cancel);
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

    private async Task DropMail(Instance instance, Mail mail, CancellationToken cancel)
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

    private async Task Store(WarmInstance warm, Turn turn, CancellationToken cancel)
    {
        bool hadEnded = warm.State.HasEnded;
        Turn tidied = turn.Tidied();
        warm.Advance(tidied.State, tidied.Step, await table.Commit(tidied.State, warm.Version, tidied.Page, [.. warm.Held, .. tidied.Deleted], cancel));
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

    private async Task DoWhatWasDecided(Instance instance, WarmInstance warm, CancellationToken cancel)
    {
        await DispatchOutbox(warm, cancel);
        changes.Announce(warm.State);
        if (warm.State.HasEnded)
        {
            alarms.Set(instance.Id, null);
            return;
        }

        foreach (CallActivity call in warm.Pending.Activities.Where(call => instance.Begin(warm.State.Execution, call)))
        {
            activities.Start(warm.State, call, news => instances.TellIfKnown(instance, news));
        }

        alarms.Set(instance.Id, new[] { NextLook(warm), holding.EndOf(warm) }.Min());
    }

    private async Task DispatchOutbox(WarmInstance warm, CancellationToken cancel)
    {
        if (warm.State.Outbox.Count > 0)
        {
            await dispatcher.Dispatch(warm.State, cancel);
            InstanceState delivered = warm.State with { Outbox = [] };
            delivered = delivered with { WorkAt = Conclusion.NextWork(delivered, warm.Pending, time.GetUtcNow()) };
            warm.Advance(delivered, null, await table.Commit(delivered, warm.Version, null, [], cancel));
        }
    }

    // A suspended instance sleeps through its timers; it finds them due when it is resumed.
    private static DateTimeOffset? NextLook(WarmInstance warm) => warm.State switch
    {
        { Status: OrchestrationRuntimeStatus.Suspended } => null,
        { HasStarted: false } => warm.State.StartAt,
        _ => warm.Pending.NextTimer,
    };
}
