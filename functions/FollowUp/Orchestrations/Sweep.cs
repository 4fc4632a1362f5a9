using System.Globalization;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Operations;
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
public sealed class Sweep(DueIndex due, Outbox postbag, LegacyOutbox earlier, AgreementStore files, ItemAdvancer items, PersonUpdater people, TimeProvider clock, ILogger<Sweep> log)
{
    /// <summary>The orchestrations' own time; the sweep must not compete with clocks that are in order.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>What one run takes on, rows of the index; the next is a minute away.</summary>
    private const int Most = 1_000;

    /// <summary>Each is some fifteen requests, one after the other: side by side they wait together. More would take the store from everybody else.</summary>
    private const int AtOnce = 16;

    /// <summary>Well within <c>functionTimeout</c> (five minutes), which would end the run in the middle of something.</summary>
    private static readonly Duration Budget = Duration.FromMinutes(3);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient clocks, CancellationToken cancel)
    {
        using ConcurrencyLimiter places = new(AtOnce, Now + Budget, () => Now);
        IReadOnlyList<DueEntry> overdue = await due.Overdue(Now - Grace, Most, cancel);
        int?[] missed = await Task.WhenAll(overdue.Select(row => Move(row, places, clocks, cancel)));
        IReadOnlyList<LetterKey> posts = await postbag.Overdue(Now - Grace, cancel);
        int?[] started = await Task.WhenAll(posts.Select(post => Try(places, $"{post.Recipient} {post.Slot}", () => Start(post, clocks, cancel))));
        if (missed.Sum() is > 0 and { } found)
        {
            log.SweepFound(found);
        }

        if (places.LeftOver > 0)
        {
            log.SweepStopped(places.LeftOver, missed.Length + started.Length);
        }
    }

    /// <summary>One that cannot be moved must not hold up the others; it stays where it is and is tried again.</summary>
    /// <returns>Null where it could not be moved.</returns>
    private async Task<int?> Try(ConcurrencyLimiter places, string what, Func<Task<int>> move)
    {
        if (!await places.TryEnter())
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
            places.Leave();
        }
    }

    private Task<int?> Move(DueEntry row, ConcurrencyLimiter places, DurableTaskClient clocks, CancellationToken cancel) => row.Kind is DueEntryKind.Agreement
        ? Agreement(row, places, clocks, cancel)
        : Try(places, $"{row.First} {row.Second}", () => row.Kind switch
        {
            DueEntryKind.Post => Adopt(new(row.First, row.Second), cancel),
            DueEntryKind.Person => people.Resume(new(row.First, int.Parse(row.Second, CultureInfo.InvariantCulture), row.At), Now, clocks, cancel),
            _ => Item(row, clocks, cancel),
        });

    private static async Task<int> Start(LetterKey post, DurableTaskClient clocks, CancellationToken cancel)
    {
        await clocks.Start(post, cancel);
        return 0;
    }

    private async Task<int> Adopt(LetterKey post, CancellationToken cancel)
    {
        await earlier.Adopt(post, cancel);
        return 0;
    }

    /// <summary>Its items take places of their own: those of one agreement are written together.</summary>
    private async Task<int?> Agreement(DueEntry row, ConcurrencyLimiter places, DurableTaskClient clocks, CancellationToken cancel)
    {
        IReadOnlyList<AgreedItem> items = [];
        if (await Try(places, row.First, async () => (items = await files.Due(row.First, Now - Grace, cancel)).Count) is null)
        {
            return null;
        }

        int?[] moved = await Task.WhenAll(items.Select(item => Try(places, $"{item.Agreement} {item.Id}", () => Move(item, clocks, cancel))));
        if (!moved.Contains(null))
        {
            _ = await Try(places, row.First, () => Remove(row, cancel));
        }

        return moved.Sum();
    }

    private async Task<int> Remove(DueEntry row, CancellationToken cancel)
    {
        await due.RemoveEntry(row, cancel);
        return 0;
    }

    private async Task<int> Item(DueEntry row, DurableTaskClient clocks, CancellationToken cancel)
    {
        AgreedItem? item = (await files.FindItem(row.First, row.Second, cancel))?.Item;
        int moved = item is { IsOpen: true } or { NextAt: not null } ? await Move(item, clocks, cancel) : 0;
        await due.RemoveEntry(row, cancel);
        return moved;
    }

    private async Task<int> Move(AgreedItem item, DurableTaskClient clocks, CancellationToken cancel)
    {
        // Of now, not of when this run began: a host that stood still meanwhile must not say that it decided before there was anything to decide.
        Instant now = Now;
        ItemRef itself = new(item.Agreement, item.Id);

        // Also where nothing is due: whoever repaired the indexes cannot tell whether its clock runs.
        await clocks.Start(itself, cancel);

        // What waited for other items has no alarm for their end; whether it still has to wait, a look can tell.
        bool isDue = item.NextAt <= now || item is { IsOpen: true, AssignedAt: null };
        if (!isDue)
        {
            return 0;
        }

        // Before the look, after which it may be due no more, and nothing leads here again: what fails right then would leave a clock that
        // waits for weeks to hear that there is nothing to wait for.
        await clocks.Wake(itself, cancel);
        AdvanceResult looked = await items.Advance(item.Agreement, item.Id, now, cancel);
        await clocks.StartFor(looked, cancel);
        return item.NextAt <= now || looked.HasWrites ? 1 : 0;
    }
}
