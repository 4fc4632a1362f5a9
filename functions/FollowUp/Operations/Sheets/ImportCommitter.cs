using FollowUp.Concurrency;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// Does what a preview showed. All of it is decided before any of it is written, while nobody else on this host writes the agreement; it is
/// then written in as few transactions as the store allows, changes before additions. Where one of them is lost on the way, a new preview
/// of the same file shows what is left: rows that are in are found again, and nothing is done twice.
/// </summary>
public sealed class ImportCommitter(
    ImportPlanner planner, AgreementStore store, AgreementWriter writer, DueIndex due, AgreementIndex index, TimeProvider clock,
    ILogger<ImportCommitter> log)
{
    /// <summary>One start takes some sixty milliseconds on Azure, nearly all of it waiting.</summary>
    private const int StartsAtOnce = 32;

    /// <summary>Azure gives up on a request after 230 seconds. What is not started by then the sweep starts within minutes.</summary>
    private static readonly Duration Budget = Duration.FromSeconds(60);

    /// <summary>An item and its entry in the journal; the head and the idempotency row beside them.</summary>
    private static readonly int NewPerCommit = AgreementTransaction.Room(rowsEach: 2, others: 4);

    /// <summary>An item, and an entry for each of its columns that can change.</summary>
    private static readonly int ChangedPerCommit = AgreementTransaction.Room(rowsEach: 8, others: 4);

    /// <param name="token">Of the preview that the caller saw.</param>
    /// <param name="done">Under which a call that is repeated, since its answer was lost, finds that it was done.</param>
    /// <returns>What was done; nothing where the same call did it before.</returns>
    /// <exception cref="ImportOutdatedException">Something else would happen by now; nothing was written.</exception>
    /// <exception cref="InvalidInputException">Rows are refused; nothing was written.</exception>
    /// <exception cref="ImportBrokenOffException">Somebody else wrote in between.</exception>
    public async Task<ImportPlan> Commit(
        ImportRequest request, string token, IdempotencyRecord done, ImportedBy who, DurableTaskClient client, CancellationToken cancel)
    {
        ImportPlan? plan = null;
        await foreach (int attempt in writer.Attempts(request.Agreement, cancel))
        {
            plan = await planner.Plan(request, clock.Now(), cancel);
            if (await store.IsRepeated(request.Agreement, done, cancel))
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
        await StartClocks(plan, client, cancel);
        return plan;
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

    /// <returns>False where somebody else wrote before anything of it was.</returns>
    private async Task<bool> Write(ImportPlan plan, IdempotencyRecord done, ImportedBy who, CancellationToken cancel)
    {
        List<ImportRow> changed = [.. plan.Rows.Where(row => row.Outcome == RowOutcome.Changed)];
        List<ImportRow> added = [.. plan.Rows.Where(row => row.Outcome == RowOutcome.New)];
        await WriteIndexes(plan, changed, added, cancel);
        ImportRow[][] parts = [.. changed.Chunk(ChangedPerCommit), .. added.Chunk(NewPerCommit)];
        StoredAgreement head = plan.Head;
        foreach ((int part, ImportRow[] rows) in parts.Index())
        {
            AgreementTransaction transaction = Transaction(head, rows, who, plan.Now);
            transaction.RecordIdempotency(part == parts.Length - 1 ? done : null);
            if (!await writer.Commit(transaction, cancel))
            {
                return part == 0 ? false : throw new ImportBrokenOffException(parts.Take(part).Sum(rowsOfIt => rowsOfIt.Length));
            }

            head = await store.LoadAgreement(plan.Head.Agreement.Id, Freshness.Current, cancel) ?? head;
        }

        return true;
    }

    /// <summary>Before the commit, so that the sweep looks at them even if everything after it is lost.</summary>
    private async Task WriteIndexes(ImportPlan plan, List<ImportRow> changed, List<ImportRow> added, CancellationToken cancel)
    {
        string agreement = plan.Head.Agreement.Id;
        await due.AddEntries(agreement, [.. changed.Concat(added).Select(row => row.After!.Id)], plan.Now, cancel);
        if (added.Count > 0)
        {
            await index.AddEntries(agreement, [.. added.Select(row => row.After!)], plan.Now, cancel);
        }

        foreach (ImportRow row in changed)
        {
            await index.AddEntries(row.Known!.Item.Item, row.After!, plan.Now, cancel);
        }
    }

    private static AgreementTransaction Transaction(StoredAgreement head, ImportRow[] rows, ImportedBy who, Instant now)
    {
        AgreementTransaction transaction = new(head.Agreement.Id);
        IEnumerable<JournalEvent> events = rows.SelectMany(row => EventsOf(row, who));
        string[] ids = [.. rows.Where(row => row.Known is null).Select(row => row.After!.Id)];
        transaction.AppendJournal(head with { Items = [.. head.Items, .. ids] }, isNew: false, events, now);
        foreach (ImportRow row in rows)
        {
            if (row.Known is { } known)
            {
                transaction.UpdateItem(known.Item, row.After!);
            }
            else
            {
                transaction.Add(new StoredItem(row.After!, row.Draft.Fingerprint));
            }
        }

        return transaction;
    }

    /// <summary>What the journal quotes of an item, such as how far its date has moved, is the same after all of its changes.</summary>
    private static IEnumerable<JournalEvent> EventsOf(ImportRow row, ImportedBy who) => row.Known is null
        ? [JournalText.OfAcceptance(row.After!) with { Through = who.Registering }]
        : row.Changes.Select(change => new JournalEvent(change.Verb.Event, row.After!.Id, who.By, change.Verb.Text(row.After))
        {
            Through = who.Through,
        });

    /// <summary>Also for a caller who has left: what is written is to be followed.</summary>
    private async Task StartClocks(ImportPlan plan, DurableTaskClient client, CancellationToken cancel)
    {
        using ConcurrencyLimiter limiter = new(StartsAtOnce, clock.Now() + Budget, clock.Now);
        await Task.WhenAll(plan.Rows.Where(row => row.Outcome is RowOutcome.New or RowOutcome.Changed).Select(async row =>
        {
            if (await limiter.TryEnter())
            {
                try
                {
                    ItemRef item = new(plan.Head.Agreement.Id, row.After!.Id);
                    await (row.Known is null ? client.Start(item, CancellationToken.None) : client.Nudge(item, log, cancel));
                }
                finally
                {
                    limiter.Leave();
                }
            }
        }));
        if (limiter.LeftOver > 0)
        {
            log.ClocksLeft(limiter.LeftOver);
        }
    }
}

/// <summary>Who brings a file in.</summary>
/// <param name="Through">How they came to act; null where they did it themselves. A word of <see cref="Journal.Through"/>.</param>
/// <param name="Registering">The same of what the coordinator registers.</param>
public sealed record ImportedBy(string By, string? Through, string? Registering);
