using System.Globalization;
using FollowUp.Notices;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Following;

/// <summary>
/// The second clock (law 1): every minute, whatever the index says should have been looked at two minutes ago is moved on here
/// and now, and its orchestration is started again where it is gone. A lost event, timer, instance or task hub costs minutes.
/// </summary>
public sealed class Sweep(DueIndex due, Postbag postbag, EarlierBags earlier, AgreementFiles files, ItemClock items, Rearming people, TimeProvider clock, ILogger<Sweep> log)
{
    /// <summary>The orchestrations' own time; the sweep must not compete with clocks that are in order.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>What one run takes on; the next is a minute away.</summary>
    private const int RowsMax = 1_000;

    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient clocks, CancellationToken cancel)
    {
        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        int missed = 0;
        foreach (Due row in await due.Overdue(now - Grace, RowsMax, cancel))
        {
            missed += await Try($"{row.First} {row.Second}", () => Move(row, now, clocks, cancel));
        }

        foreach (Post post in await postbag.Overdue(now - Grace, cancel))
        {
            _ = await Try($"{post.Recipient} {post.Slot}", () => Start(post, clocks, cancel));
        }

        if (missed > 0)
        {
            log.SweepFound(missed);
        }
    }

    /// <summary>One that cannot be moved must not hold up the others; it stays where it is and is tried again.</summary>
    private async Task<int> Try(string what, Func<Task<int>> move)
    {
        try
        {
            return await move();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.SweepFailed(what, failure);
            return 0;
        }
    }

    private Task<int> Move(Due row, Instant now, DurableTaskClient clocks, CancellationToken cancel) => row.Kind switch
    {
        DueKind.Post => Adopt(new(row.First, row.Second), cancel),
        DueKind.Person => people.Resume(new(row.First, int.Parse(row.Second, CultureInfo.InvariantCulture), row.At), now, clocks, cancel),
        _ => Item(row, now, clocks, cancel),
    };

    private static async Task<int> Start(Post post, DurableTaskClient clocks, CancellationToken cancel)
    {
        await clocks.Start(post, cancel);
        return 0;
    }

    private async Task<int> Adopt(Post post, CancellationToken cancel)
    {
        await earlier.Adopt(post, cancel);
        return 0;
    }

    private async Task<int> Item(Due row, Instant now, DurableTaskClient clocks, CancellationToken cancel)
    {
        ItemRef item = new(row.First, row.Second);
        StoredItem? stored = await files.FindItem(item.Agreement, item.Item, cancel);

        if (stored?.Item is { IsOpen: true } or { NextAt: not null })
        {
            // Also where nothing is due: whoever repaired the indexes cannot tell whether its clock runs. And before the look, which
            // takes the mark away that led here: what dies right after it would leave no clock until the next rung.
            await clocks.Start(item, cancel);
        }

        // What waits for other items has no alarm; whether it still has to wait, only a look can tell.
        bool isDue = stored?.Item.NextAt <= now || stored?.Item is { IsOpen: true, AssignedAt: null };
        Looked looked = isDue ? await items.Look(item.Agreement, item.Item, now, cancel) : Looked.Gone;
        if (isDue)
        {
            await clocks.Follow(looked, cancel);

            // Also the clock of an item that is over: it would wait for weeks to hear that there is nothing to wait for.
            await clocks.Nudge(item, log, cancel);
        }

        await due.Unmark(item.Agreement, item.Item, row.At, cancel);
        return stored?.Item.NextAt <= now || looked.Did ? 1 : 0;
    }
}
