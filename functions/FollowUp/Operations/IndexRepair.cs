using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What was written again for one agreement.</summary>
/// <param name="Items">Those of which something may still have to be said: their clocks are to be started.</param>
/// <param name="Letters">Letters that are on their way by the ledger.</param>
public sealed record RepairResult(IReadOnlyList<ItemRef> Items, IReadOnlyList<LetterKey> Letters);

/// <summary>
/// Writes again what can be told from the agreements' own rows: every index, and what lies in the postbags. Doing it twice, or to
/// what was in order, is harmless. Nothing here says anything to anybody.
/// </summary>
public sealed class IndexRepair(
    TableClients tables, AgreementQueries queries, DueIndex due, Outbox outbox, AgreementIndex index, SuccessionStore successions)
{
    private const int AtOnce = 16;

    /// <summary>The tables, should one of them be gone.</summary>
    public Task Begin(CancellationToken cancel)
    {
        due.Forget();
        return tables.Create(cancel);
    }

    /// <summary>Once for each store: what was registered before there was a catalogue comes into it.</summary>
    public async Task CompleteCatalogue(Instant now, CancellationToken cancel)
    {
        if (await index.IsComplete(cancel))
        {
            return;
        }

        await foreach (StoredAgreement[] some in queries.EveryAgreement("", AtOnce, cancel).Chunk(AtOnce).WithCancellation(cancel))
        {
            await Task.WhenAll(some.Select(async head =>
                await index.AddEntries(
                    head.Agreement.Id, [.. (await queries.Items(head.Agreement.Id, cancel)).Select(stored => stored.Item)], now, cancel)));
        }

        await index.MarkComplete(cancel);
    }

    /// <returns>Those that are still to come, or under way: their clocks are to be started.</returns>
    public async Task<IReadOnlyList<SuccessionRef>> Successions(CancellationToken cancel)
    {
        SuccessionRef[] open = [.. (await successions.All(cancel)).Where(one => one.IsOpen).Select(SuccessionRef.Of)];
        foreach (SuccessionRef one in open)
        {
            await due.AddSuccessionEntry(one, cancel);
        }

        return open;
    }

    public async Task<RepairResult> Agreement(string agreement, Instant now, CancellationToken cancel)
    {
        AgreedItem[] items = [.. (await queries.Items(agreement, cancel)).Select(stored => stored.Item)];
        await index.AddEntries(agreement, items, now, cancel);
        AgreedItem[] unfinished = [.. items.Where(item => item.IsOpen || item.NextAt is not null)];
        await due.AddEntries(unfinished.Where(item => item.NextAt > now), cancel);

        // Also of items that are over: word of that may be on its way.
        IReadOnlyList<LedgerRow> planned = await queries.PlannedNotices(agreement, cancel);
        await outbox.AddNotices(agreement, planned, cancel);

        // The sweep looks at each soon, and starts its clock once more: one that is started right away may be thought to run still.
        await due.AddItemEntries(agreement, unfinished.Select(item => item.Id), now, cancel);
        return new([.. unfinished.Select(item => new ItemRef(agreement, item.Id))],
            [.. planned.Select(row => new LetterKey(row.SentTo!, row.Slot!)).Distinct()]);
    }
}
