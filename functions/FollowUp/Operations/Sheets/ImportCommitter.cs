using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// Does what a preview showed: all of it or nothing, however many rows (<see cref="StagedChanges"/>). Changes come before additions.
/// </summary>
public sealed class ImportCommitter(
    ImportPlanner planner, AgreementStore store, AgreementWriter writer, DueIndex due, AgreementIndex index, ItemClocks clocks,
    TimeProvider clock)
{
    /// <param name="token">Of the preview that the caller saw.</param>
    /// <param name="done">Under which a call that is repeated, since its answer was lost, finds that it was done.</param>
    /// <returns>What was done; nothing where the same call did it before.</returns>
    /// <exception cref="ImportOutdatedException">Something else would happen by now; nothing was written.</exception>
    /// <exception cref="InvalidInputException">Rows are refused; nothing was written.</exception>
    public async Task<ImportPlan> Commit(
        ImportRequest request, string token, IdempotencyRecord done, Deed who, DurableTaskClient client, CancellationToken cancel)
    {
        ImportPlan? plan = null;
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
        await clocks.Start(request.Agreement, IdsOf(plan, RowOutcome.New), IdsOf(plan, RowOutcome.Changed), client, cancel);
        return plan;
    }

    private static IEnumerable<string> IdsOf(ImportPlan plan, RowOutcome outcome) =>
        plan.Rows.Where(row => row.Outcome == outcome).Select(row => row.After!.Id);

    /// <summary>A token that another file used, or the same with other options, is of a preview that is over.</summary>
    private async Task<bool> IsDone(string agreement, IdempotencyRecord done, CancellationToken cancel)
    {
        try
        {
            return await store.IsRepeated(agreement, done, cancel);
        }
        catch (KeyReusedException)
        {
            throw new ImportOutdatedException();
        }
    }

    private static void Demand(ImportPlan plan, string token)
    {
        if (plan.AllFaults.Any())
        {
            throw new InvalidInputException([.. plan.AllFaults.Take(ParseContext.MaxFaults)]);
        }

        if (plan.Token != token)
        {
            throw new ImportOutdatedException();
        }
    }

    /// <returns>False where somebody else wrote first.</returns>
    private async Task<bool> Write(ImportPlan plan, IdempotencyRecord done, Deed who, CancellationToken cancel)
    {
        List<ImportRow> changed = [.. plan.Rows.Where(row => row.Outcome == RowOutcome.Changed)];
        List<ImportRow> added = [.. plan.Rows.Where(row => row.Outcome == RowOutcome.New)];
        if (changed.Count + added.Count == 0)
        {
            return true;
        }

        await WriteIndexes(plan, changed, added, cancel);
        StagedChanges changes = new(plan.Now, [.. changed.Concat(added).Select(row => ChangeOf(row, who))]);
        return await writer.Commit(plan.Head, changes, [.. changed.Select(row => row.Known!.Item)], done, cancel);
    }

    /// <summary>Before the commit, so that the sweep looks at them even if everything after it is lost.</summary>
    private async Task WriteIndexes(ImportPlan plan, List<ImportRow> changed, List<ImportRow> added, CancellationToken cancel)
    {
        string agreement = plan.Head.Agreement.Id;
        await due.AddEntries(agreement, [.. changed.Concat(added).Select(row => row.After!.Id)], plan.Now, cancel);
        await index.AddEntries(
            agreement, [.. added.Select(row => row.After!)], [.. changed.Select(row => (row.Known!.Item.Item, row.After!))], plan.Now,
            cancel);
    }

    private static StagedChange ChangeOf(ImportRow row, Deed who) =>
        new(row.After!, row.Draft.Fingerprint, IsNew: row.Known is null, [.. EventsOf(row, who)]);

    /// <summary>What the journal quotes of an item, such as how far its date has moved, is the same after all of its changes.</summary>
    private static IEnumerable<JournalEvent> EventsOf(ImportRow row, Deed who) => row.Known is null
        ? [JournalText.OfAcceptance(row.After!) with { By = who.By, Through = who.Through }]
        : row.Changes.Select(change => new JournalEvent(change.Verb.Event, row.After!.Id, who.By, change.Verb.Text(row.After))
        {
            Through = who.Through,
        });
}
