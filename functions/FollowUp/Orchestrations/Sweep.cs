using System.Globalization;
using FollowUp.Concurrency;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Operations;
using FollowUp.People;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Timetables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Orchestrations;

/// <summary>
/// The second clock (law 1): every minute, whatever the index says should have been looked at two minutes ago is moved on here
/// and now, and its orchestration is started again where it is gone. A lost event, timer, instance or task hub costs minutes.
/// </summary>
public sealed class Sweep(
    DueIndex due, Outbox outbox, LegacyOutbox earlier, DueItems dueItems, ItemAdvancer items, PersonUpdater people, LetterStarter letters,
    PulseStore pulse, TimeProvider clock, ILogger<Sweep> log)
{
    /// <summary>The orchestrations' own time; the sweep must not compete with clocks that are in order.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>What one run takes on, rows of the index; the next is a minute away.</summary>
    private const int Most = 1_000;

    /// <summary>
    /// Each is some fifteen requests, one after the other: side by side they wait together. More would take the store from everybody
    /// else.
    /// </summary>
    private const int AtOnce = 16;

    /// <summary>Well within <c>functionTimeout</c> (five minutes), which would end the run in the middle of something.</summary>
    private static readonly Duration Budget = Duration.FromMinutes(3);

    private Instant Now => clock.Now();

    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        using ConcurrencyLimiter limiter = new(AtOnce, Now + Budget, () => Now);
        IReadOnlyList<DueEntry> overdue = await due.Overdue(Now - Grace, Most, cancel);
        int?[] missed = await Task.WhenAll(overdue.Select(row => Move(row, limiter, client, cancel)));
        IReadOnlyList<LetterKey> letterKeys = await outbox.Overdue(Now - Grace, cancel);
        int?[] started = await Task.WhenAll(letterKeys.Select(
            letterKey => Try(limiter, $"{letterKey.Recipient} {letterKey.Slot}", () => Start(letterKey, client, cancel))));
        if (missed.Sum() is > 0 and { } found)
        {
            log.SweepFound(found);
        }

        if (limiter.LeftOver > 0)
        {
            log.SweepStopped(limiter.LeftOver, missed.Length + started.Length);
        }

        await pulse.Write(new(Now, OldestLeft(overdue, missed), letterKeys.Min(key => (Instant?)key.Minute)), cancel);
        Metrics.RecordSweep(Now, missed.Sum() ?? 0);
        log.SweepDone();
    }

    /// <summary>
    /// Of what could not be moved on, and of what stays until it is done elsewhere; where there is more than one run takes on, of that,
    /// too.
    /// </summary>
    private static Instant? OldestLeft(IReadOnlyList<DueEntry> overdue, int?[] moved) => overdue
        .Where((row, n) => moved[n] is null || row.Kind is DueEntryKind.Succession || n == Most - 1).Min(row => (Instant?)row.At);

    /// <summary>One that cannot be moved must not hold up the others; it stays where it is and is tried again.</summary>
    /// <returns>Null where it could not be moved.</returns>
    private async Task<int?> Try(ConcurrencyLimiter limiter, string what, Func<Task<int>> move)
    {
        if (!await limiter.TryEnter())
        {
            return null;
        }

        try
        {
            return await move();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.SweepFailed(what, failure);
            return null;
        }
        finally
        {
            limiter.Leave();
        }
    }

    private Task<int?> Move(DueEntry row, ConcurrencyLimiter limiter, DurableTaskClient client, CancellationToken cancel) =>
        row.Kind is DueEntryKind.Agreement
        ? Agreement(row, limiter, client, cancel)
        : Try(limiter, $"{row.First} {row.Second}", () => row.Kind switch
        {
            DueEntryKind.Post => Adopt(new(row.First, row.Second), cancel),
            DueEntryKind.Person =>
                people.Resume(new(row.First, int.Parse(row.Second, CultureInfo.InvariantCulture), row.At), Now, client, cancel),
            DueEntryKind.Succession => Start(
                new SuccessionRef(row.First, int.Parse(row.Second, CultureInfo.InvariantCulture), row.At.ToDateTimeOffset()),
                client, cancel),
            _ => Item(row, client, cancel),
        });

    /// <summary>The entry stays until it is done.</summary>
    private static async Task<int> Start(SuccessionRef succession, DurableTaskClient client, CancellationToken cancel)
    {
        await client.Start(succession, cancel);
        return 0;
    }

    private static async Task<int> Start(LetterKey letterKey, DurableTaskClient client, CancellationToken cancel)
    {
        await client.Start(letterKey, cancel);
        return 0;
    }

    private async Task<int> Adopt(LetterKey letterKey, CancellationToken cancel)
    {
        await earlier.Adopt(letterKey, cancel);
        return 0;
    }

    /// <summary>Its items take places of their own: those of one agreement are written together.</summary>
    private async Task<int?> Agreement(DueEntry row, ConcurrencyLimiter limiter, DurableTaskClient client, CancellationToken cancel)
    {
        IReadOnlyList<AgreedItem> items = [];
        if (await Try(limiter, row.First, async () => (items = await Due(row.First, cancel)).Count) is null)
        {
            return null;
        }

        int?[] moved =
            await Task.WhenAll(items.Select(item => Try(limiter, $"{item.Agreement} {item.Id}", () => Move(item, client, cancel))));
        if (moved.Contains(null))
        {
            return null;
        }

        _ = await Try(limiter, row.First, () => Remove(row, cancel));
        return moved.Sum();
    }

    private async Task<IReadOnlyList<AgreedItem>> Due(string agreement, CancellationToken cancel)
    {
        await dueItems.Finish(agreement, cancel);
        return await dueItems.Of(agreement, Now - Grace, cancel);
    }

    private async Task<int> Remove(DueEntry row, CancellationToken cancel)
    {
        await due.RemoveEntry(row, cancel);
        return 0;
    }

    private async Task<int> Item(DueEntry row, DurableTaskClient client, CancellationToken cancel)
    {
        AgreedItem? item = await dueItems.Find(row.First, row.Second, cancel);
        int moved = item is { IsOpen: true } or { NextAt: not null } ? await Move(item, client, cancel) : 0;
        await due.RemoveEntry(row, cancel);
        return moved;
    }

    private async Task<int> Move(AgreedItem item, DurableTaskClient client, CancellationToken cancel)
    {
        // Of now, not of when this run began: a host that stood still meanwhile must not say that it decided before there was anything to
        // decide.
        Instant now = Now;
        ItemRef itself = new(item.Agreement, item.Id);

        // Also where nothing is due: whoever repaired the indexes cannot tell whether its clock runs.
        await client.Start(itself, cancel);

        // What waited for other items has no alarm for their end; whether it still has to wait, a look can tell.
        bool isDue = item.NextAt <= now || item is { IsOpen: true, AssignedAt: null };
        if (!isDue)
        {
            return 0;
        }

        // Before the look, after which it may be due no more, and nothing leads here again: what fails right then would leave a clock that
        // waits for weeks to hear that there is nothing to wait for.
        await client.Wake(itself, cancel);
        AdvanceResult advanced = await items.Advance(item.Agreement, item.Id, now, cancel);
        await letters.StartFor(advanced, client, cancel);
        return item.NextAt <= now || advanced.HasWrites ? 1 : 0;
    }
}
