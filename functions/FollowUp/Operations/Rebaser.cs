using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Moves running items to today's revisions of their plan and calendars, item by item (law 9). Whatever was due by the old ones is
/// decided first; what the new ones would have said before now is recorded as skipped, so that nobody hears of it late.
/// </summary>
public sealed class Rebaser(AgreementWriter writer, AgreementStore store, ItemAdvancer advancer, TimetableInputsLoader inputs,
    TimetableForecast forecast, DueIndex due)
{
    /// <summary>Each skipped notice is a row, and a second in the journal.</summary>
    private static readonly int NoticesPerCommit = AgreementTransaction.Room(rowsEach: 2, others: 10);

    /// <summary>What a re-base would do to an item today: the very same item, and nothing, where it is up to date.</summary>
    public async Task<Consequence> Preview(string agreement, string item, Actor by, Instant now, CancellationToken cancel)
    {
        LoadedItem loaded = await Load(agreement, item, cancel);
        AgreedItem before = loaded.Item.Item;
        HypotheticalData today = await inputs.Today(before, cancel);
        AgreedItem after = before.RebaseTo(by, now, today.RevisionsFor(before));
        return ReferenceEquals(after, before) ? new(before, before, []) : await forecast.Of(loaded, today, after, null, now, cancel);
    }

    /// <summary>
    /// What it would do to an item that runs if things were so, were it re-based for what is new in its plan and calendars, and then
    /// handed over. Null where it is gone.
    /// </summary>
    /// <param name="owner">Null where that stays.</param>
    public async Task<Consequence?> Try(
        string agreement, string item, HypotheticalData hypothetical, string? owner, Instant now, CancellationToken cancel)
    {
        if (await store.Load(agreement, item, Freshness.Current, cancel) is not { } loaded)
        {
            return null;
        }

        AgreedItem before = loaded.Item.Item;
        bool isRebased = hypothetical.IsNewTermsFor(before) && before is { IsOpen: true, Rebases.Count: < Rebasing.RebasesMax };
        HypotheticalData then = isRebased ? hypothetical.Over(await inputs.Today(before, cancel)) : hypothetical;
        AgreedItem rebased = isRebased ? before.RebaseTo(new(before.Coordinator), now, then.RevisionsFor(before)) : before;
        return await forecast.Of(loaded, then, rebased, before.IsPending ? owner : null, now, cancel);
    }

    /// <exception cref="ItemRefusedException">They may not, or it is closed.</exception>
    /// <param name="through">A word of <see cref="Through"/>; null where they did it themselves.</param>
    public async Task<AdvanceResult> Apply(
        string agreement, string item, Actor by, string? through, Instant now, CancellationToken cancel)
    {
        AdvanceResult advanced = await advancer.Advance(agreement, item, now, cancel);
        while (!await ApplySome(agreement, item, by, through, now, cancel))
        {
            // Some of what is to be skipped is written; the rest is next.
        }

        return advanced;
    }

    /// <returns>Whether it is done; there may be more to skip than one transaction takes.</returns>
    private async Task<bool> ApplySome(
        string agreement, string id, Actor by, string? through, Instant now, CancellationToken cancel)
    {
        await foreach (int attempt in writer.Attempts(agreement, cancel))
        {
            LoadedItem loaded = await Load(agreement, id, cancel);
            AgreedItem item = loaded.Item.Item;
            HypotheticalData today = await inputs.Today(item, cancel);
            AgreedItem rebased = item.RebaseTo(by, now, today.RevisionsFor(item));
            if (ReferenceEquals(rebased, item))
            {
                return true;
            }

            ItemRoom.Demand(rebased, EventNames.Rebased);

            IReadOnlyList<LedgerRow> passed = await forecast.Passed(item, rebased, loaded.Ledger, today, now, cancel);
            List<LedgerRow> some = [.. passed.Take(NoticesPerCommit)];
            bool isDone = some.Count == passed.Count;
            await due.AddEntries(agreement, id, now, cancel);
            AgreedItem written = isDone ? (await inputs.Load(rebased, cancel)).Settle(rebased) with { NextAt = now } : item;
            JournalEvent[] end = isDone
                ? [new(EventNames.Rebased, id, by.Person, rebased.Rebases[^1].InWords()) { Through = through }] : [];
            AgreementTransaction transaction = new(agreement);
            transaction.AppendJournal(loaded.Agreement, isNew: false, [.. some.Select(NoticeJournal.EventOf), .. end], now);
            transaction.UpdateItem(loaded.Item, written);
            transaction.Add(some);
            if (await writer.Commit(transaction, cancel))
            {
                return isDone;
            }
        }

        throw ContentionException.OfAgreement(agreement);
    }

    private async Task<LoadedItem> Load(string agreement, string item, CancellationToken cancel) =>
        await store.Load(agreement, item, Freshness.Current, cancel)
            ?? throw new NotFoundException($"Item {item} of agreement {agreement}");
}
