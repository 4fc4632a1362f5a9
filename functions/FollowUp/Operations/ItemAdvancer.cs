using FollowUp.Concurrency;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Advances items: assigns one once nothing holds it back, writes down what is due before anything is sent, opens its next occurrence, and
/// says when to look again.
/// </summary>
public sealed class ItemAdvancer
{
    private readonly AgreementWriter writer;
    private readonly AdvancePlanner planner;
    private readonly DueIndex due;
    private readonly AgreementIndex index;
    private readonly Outbox outbox;
    private readonly FullItems full;

    /// <summary>Many items of one agreement come due at one moment: those that wait for each other are written together.</summary>
    private readonly KeyedBatcher<AdvanceRequest, AdvanceResult> batcher;

    public ItemAdvancer(
        AgreementWriter writer, AgreementStore store, AgreementQueries queries, DueIndex due, AgreementIndex index, Outbox outbox,
        TimetableInputsLoader inputs, OccurrenceOpener occurrences, FullItems full)
    {
        (this.writer, this.due, this.index, this.outbox, this.full) = (writer, due, index, outbox, full);
        planner = new(store, queries, inputs, occurrences);
        batcher = new(AdvanceAll, AdvancePlanner.RowsMax, StoreUnavailableException.Is);
    }

    /// <summary>Idempotent: what is in the ledger is never decided again, so doing it again right after writes nothing.</summary>
    public Task<AdvanceResult> Advance(string agreement, string item, Instant now, CancellationToken cancel) =>
        batcher.Submit(agreement, new(item, now)).WaitAsync(cancel);

    private async Task<IReadOnlyList<AdvanceResult>> AdvanceAll(string agreement, IReadOnlyList<AdvanceRequest> requests)
    {
        List<AdvanceResult> results = [];
        while (results.Count < requests.Count)
        {
            results.AddRange(await AdvanceSome(agreement, [.. requests.Skip(results.Count)]));
        }

        return results;
    }

    /// <returns>What the first of them came to, as many as one transaction takes.</returns>
    private async Task<IEnumerable<AdvanceResult>> AdvanceSome(string agreement, IReadOnlyList<AdvanceRequest> requests)
    {
        await foreach (int attempt in writer.Attempts(agreement, CancellationToken.None))
        {
            IReadOnlyList<PlannedAdvance> planned = await planner.Plan(agreement, requests);
            PlannedAdvance[] writing = [.. planned.Where(one => one.Result.HasWrites)];
            await WriteIndexes(agreement, writing);
            foreach (PlannedAdvance cut in writing.Where(one => one.IsCut))
            {
                await full.Mark(new(agreement, cut.Request.Item), cut.Request.Now, CancellationToken.None);
            }

            if (await writer.Commit(Transaction(agreement, writing), CancellationToken.None))
            {
                Measure(writing);
                await due.RemoveEntries(writing.Where(one => one.HasMovedOn).Select(one => one.Before));
                return planned.Select(one => one.Result);
            }
        }

        throw ContentionException.OfAgreement(agreement);
    }

    private static void Measure(PlannedAdvance[] written)
    {
        foreach (LedgerRow row in written.SelectMany(one => one.Decision!.Rows).Where(row => row.State == NoticeState.Planned))
        {
            Metrics.RecordLateness(row.DecidedAt - row.Since);
        }
    }

    /// <summary>Indexes are written before what they point to, so that a crash in between leaves too many of them, never too few.</summary>
    private Task WriteIndexes(string agreement, PlannedAdvance[] writing)
    {
        AgreedItem[] opened = [.. writing.Select(one => one.Opened?.Item).OfType<AgreedItem>()];
        return Task.WhenAll(
            due.AddEntries(writing.Select(one => one.Item!).Concat(opened), CancellationToken.None),
            opened.Length == 0
                ? Task.CompletedTask : index.AddEntries(agreement, opened, writing.Max(one => one.Request.Now), CancellationToken.None),
            outbox.AddNotices(
                agreement, writing.SelectMany(one => one.Decision!.Rows).Where(row => row.State == NoticeState.Planned),
                    CancellationToken.None));
    }

    private static AgreementTransaction Transaction(string agreement, PlannedAdvance[] writing)
    {
        AgreementTransaction transaction = new(agreement);
        if (writing.Length > 0)
        {
            transaction.AppendJournalIfAny(writing[0].Head, writing.SelectMany(one => one.TimedEvents));
        }

        foreach (PlannedAdvance advance in writing)
        {
            transaction.UpdateSchedule(advance.Loaded!.Item, advance.Item!, advance.SettledAfter);
            transaction.Add(advance.Decision!.Rows);
            if (advance.Opened is { } opened)
            {
                transaction.Add(opened);
            }
        }

        return transaction;
    }
}
