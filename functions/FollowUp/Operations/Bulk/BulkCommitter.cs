using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;

namespace FollowUp.Operations.Bulk;

/// <summary>Does what a preview showed: all of it or nothing, however many items (<see cref="StagedChanges"/>).</summary>
public sealed class BulkCommitter(
    BulkPlanner planner, AgreementStore store, AgreementWriter writer, DueIndex due, AgreementIndex index, ItemClocks clocks,
    TimeProvider clock)
{
    /// <param name="token">
    /// Of the preview that the caller saw; null where nobody waits for an answer: then whatever is refused is left as it is.
    /// </param>
    /// <param name="done">Under which a call that is repeated, since its answer was lost, finds that it was done.</param>
    /// <returns>What was done; nothing where the same call did it before.</returns>
    /// <exception cref="BulkOutdatedException">Something else would happen by now; nothing was written.</exception>
    /// <exception cref="InvalidInputException">Items refuse; nothing was written.</exception>
    public async Task<BulkPlan> Commit(
        BulkRequest request, string? token, IdempotencyRecord done, Deed who, DurableTaskClient client, CancellationToken cancel)
    {
        BulkPlan? plan = null;
        await foreach (int attempt in writer.Attempts(request.Agreement, cancel))
        {
            plan = await planner.Plan(request, clock.Now(), cancel);
            if (plan.Head.Staged is not null)
            {
                // Half of something is written: the next attempt carries it out first, and decides on all of it.
                plan = null;
                continue;
            }

            if (await IsDone(request.Agreement, done, cancel))
            {
                plan = plan with { IsRepeat = true };
                break;
            }

            Demand(plan, token);
            if (await Write(plan, done, who, cancel))
            {
                break;
            }

            plan = null;
        }

        plan = plan ?? throw ContentionException.OfAgreement(request.Agreement);
        await clocks.Start(request.Agreement, [], plan.Changed.Select(item => item.Before.Id), client, cancel);
        return plan;
    }

    /// <summary>A token that another request used is of a preview that is over.</summary>
    private async Task<bool> IsDone(string agreement, IdempotencyRecord done, CancellationToken cancel)
    {
        try
        {
            return await store.IsRepeated(agreement, done, cancel);
        }
        catch (KeyReusedException)
        {
            throw new BulkOutdatedException();
        }
    }

    private static void Demand(BulkPlan plan, string? token)
    {
        if (token is null)
        {
            return;
        }

        if (plan.Token != token)
        {
            throw new BulkOutdatedException();
        }

        if (plan.AllFaults.Any())
        {
            throw new InvalidInputException([.. plan.AllFaults.Take(ParseContext.MaxFaults)]);
        }
    }

    /// <returns>False where somebody else wrote first.</returns>
    private async Task<bool> Write(BulkPlan plan, IdempotencyRecord done, Deed who, CancellationToken cancel)
    {
        BulkItem[] changed = [.. plan.Changed];
        if (changed.Length == 0 && !plan.ChangesAgreement)
        {
            return true;
        }

        // Before the commit, so that the sweep looks at them even if everything after it is lost.
        await due.AddEntries(plan.Request.Agreement, [.. changed.Select(item => item.Before.Id)], plan.Now, cancel);
        await index.AddEntries(plan.Request.Agreement, [], [.. changed.Select(item => (item.Before, item.After))], plan.Now, cancel);
        StagedChanges changes = new(plan.Now, [.. changed.Select(item => ChangeOf(item, who))])
        {
            Agreement = plan.ChangesAgreement ? new(plan.After, [.. Events(plan.Steps, null, null, who)]) : null,
        };
        return await writer.Commit(plan.Head, changes, [.. changed.Select(item => item.Known.Item)], done, cancel);
    }

    private static StagedChange ChangeOf(BulkItem item, Deed who) =>
        new(item.After, item.Known.Item.Fingerprint, IsNew: false, [.. Events(item.Steps, item.After, item.Before.Id, who)]);

    private static IEnumerable<JournalEvent> Events(IEnumerable<BulkStep> steps, AgreedItem? after, string? item, Deed who) =>
        steps.Select(step => new JournalEvent(step.Verb.Event, item, who.By, step.Verb.Text(after!)) { Through = who.Through });
}
