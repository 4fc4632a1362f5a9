using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Operations;

/// <summary>
/// Changes an item by a verb: load it, find for whom the caller acts, decide, commit with what happened (law 2), nudge its clock.
/// </summary>
public sealed class ItemChanger(
    AgreementStore store, AgreementQueries queries, AgreementWriter writer, DueIndex due, AgreementIndex index,
    TimetableInputsLoader inputs, ActorResolver actors, ILogger<ItemChanger> log)
{
    /// <exception cref="Parsing.InvalidInputException">The register does not know who acts.</exception>
    /// <exception cref="NotFoundException">No such agreement or item.</exception>
    /// <exception cref="ItemRefusedException">The verb refused.</exception>
    /// <exception cref="StaleException">The item has another revision by now.</exception>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    /// <exception cref="RowFullException">The item holds so much already that this no longer fits.</exception>
    /// <exception cref="ContentionException">Others kept writing first.</exception>
    public async Task<ChangeResult> Change(ItemChange change, DurableTaskClient client, CancellationToken cancel)
    {
        await actors.DemandKnown(change.By, cancel);
        ChangeResult result = await Commit(change, cancel);
        if (result.IsNew)
        {
            await Task.WhenAll(result.Freed.Prepend(change.Item).Select(item => client.Nudge(new(change.Agreement, item), log, cancel)));
        }

        return result;
    }

    /// <summary>Whether it would be refused now: for what is to be done before it, and cannot be taken back.</summary>
    /// <inheritdoc cref="Change"/>
    public async Task Check(ItemChange change, CancellationToken cancel)
    {
        await actors.DemandKnown(change.By, cancel);
        _ = await LoadAndDecide(change, cancel);
    }

    private async Task<ChangeResult> Commit(ItemChange change, CancellationToken cancel)
    {
        await foreach (int attempt in writer.Attempts(change.Agreement, cancel))
        {
            (LoadedItem loaded, AgreedItem after) = await LoadAndDecide(change, cancel);
            AgreedItem before = loaded.Item.Item;
            if (ReferenceEquals(after, before))
            {
                if (await RecordKey(change, cancel))
                {
                    return new(before, IsNew: false, []);
                }

                continue;
            }

            ItemRoom.Demand(after, change.Verb.Event);
            IReadOnlyList<string> freed = await Freed(loaded.Agreement, before, after, cancel);
            await WriteIndexes(change, before, after, freed, cancel);
            after = await Settle(change, before, after, cancel);
            if (await writer.Commit(Transaction(change, loaded, after), cancel))
            {
                return new(after with { Revision = before.Revision + 1 }, IsNew: true, freed);
            }
        }

        throw ContentionException.OfAgreement(change.Agreement);
    }

    /// <summary>
    /// Whether a call that names an older revision did itself what has happened since, and lost the answer. Under a key this would be on
    /// record: with another, somebody else did it, in words of their own, and whoever comes second must hear so.
    /// </summary>
    private static bool IsSameCall(ItemChange change, AgreedItem before, AgreedItem after) =>
        ReferenceEquals(after, before) && change.Idempotency is null;

    /// <summary>
    /// What had happened before has happened under this key as well: sent once more when it was undone meanwhile, it is not done again.
    /// </summary>
    private async Task<bool> RecordKey(ItemChange change, CancellationToken cancel)
    {
        AgreementTransaction transaction = new(change.Agreement);
        if (change.Idempotency is { } key && !await store.IsRepeated(change.Agreement, key, cancel))
        {
            transaction.RecordIdempotency(key);
        }

        return await writer.Commit(transaction, cancel);
    }

    /// <summary>
    /// What this host knows of the item will do for a change, since the commit finds out whether it is still so: that saves one request
    /// in ten of an item's life. A refusal, or that the verb happened before, would not be found out, and is decided on the item as it is.
    /// </summary>
    private async Task<(LoadedItem Loaded, AgreedItem After)> LoadAndDecide(ItemChange change, CancellationToken cancel)
    {
        if (await store.Load(change.Agreement, change.Item, Freshness.LastKnown, cancel) is { } known
            && await TryDecide(change, known.Item.Item, cancel) is { } after)
        {
            return (known, after);
        }

        LoadedItem current = await store.Load(change.Agreement, change.Item, Freshness.Current, cancel)
            ?? throw new NotFoundException($"Item {change.Item} of agreement {change.Agreement}");
        return (current, await Decide(change, current.Item.Item, cancel));
    }

    /// <returns>Null where the verb is refused, or changes nothing.</returns>
    private async Task<AgreedItem?> TryDecide(ItemChange change, AgreedItem before, CancellationToken cancel)
    {
        try
        {
            AgreedItem after = await Decide(change, before, cancel);
            return ReferenceEquals(after, before) ? null : after;
        }
        catch (Exception refused) when (refused is ItemRefusedException or StaleException or NotFoundException)
        {
            return null;
        }
    }

    /// <returns>The very same item where the verb happened before.</returns>
    private async Task<AgreedItem> Decide(ItemChange change, AgreedItem before, CancellationToken cancel)
    {
        // A call that is repeated because its answer was lost names the revision from before it took effect.
        if (change.Idempotency is not null && await store.IsRepeated(change.Agreement, change.Idempotency, cancel))
        {
            return before;
        }

        try
        {
            Actor actor = await actors.Resolve(change.By, before, change.Now, cancel);
            AgreedItem after = change.Verb.Do(before, actor, change.Now, await inputs.LoadTerms(before, cancel));
            return !change.IsStale(before) || IsSameCall(change, before, after) ? after : throw new StaleException(before);
        }
        catch (ItemRefusedException refused) when (change.IsStale(before) && refused.Refusal == Refusal.NotNow)
        {
            // To somebody who saw an older item, that it has changed says more than that it refuses.
            throw new StaleException(before);
        }
    }

    /// <summary>
    /// What waited for the item, where it is over now. Agreements of earlier versions do not say which of their items wait.
    /// </summary>
    private async Task<IReadOnlyList<string>> Freed(
        StoredAgreement agreement, AgreedItem before, AgreedItem after, CancellationToken cancel)
    {
        if (!before.IsOpen || after.IsOpen)
        {
            return [];
        }

        IReadOnlyList<AgreedItem> candidates = agreement.Dependent is { } dependent
            ? await queries.Items(before.Agreement, dependent, cancel)
            : await queries.Unassigned(before.Agreement, cancel);
        return [.. candidates.Where(other => other.WaitsFor(before.Id)).Select(other => other.Id)];
    }

    /// <summary>Before the commit, so that the sweep looks at them even if everything after it is lost.</summary>
    private async Task WriteIndexes(
        ItemChange change, AgreedItem before, AgreedItem after, IReadOnlyList<string> freed, CancellationToken cancel)
    {
        await due.AddEntries(before.Agreement, [before.Id, .. freed], change.Now, cancel);
        await index.AddEntries(before, after, change.Now, cancel);
    }

    /// <summary>The item as it is written: its clock looks right away, and its warnings are right for its owner and day.</summary>
    private async Task<AgreedItem> Settle(ItemChange change, AgreedItem before, AgreedItem after, CancellationToken cancel)
    {
        bool isElsewhere = after.DueOn != before.DueOn || after.Owner != before.Owner;
        return (isElsewhere ? (await inputs.Load(after, cancel)).Settle(after) : after) with { NextAt = change.Now };
    }

    private static AgreementTransaction Transaction(ItemChange change, LoadedItem loaded, AgreedItem after)
    {
        AgreementTransaction transaction = new(change.Agreement);
        IEnumerable<JournalEvent> events = change.Verb.Events(change.By, loaded.Item.Item, after)
            .Select(one => one with { Through = change.Through });
        transaction.AppendJournal(loaded.Agreement, isNew: false, events, change.Now);
        transaction.UpdateItem(loaded.Item, after);
        transaction.RecordIdempotency(change.Idempotency);
        return transaction;
    }
}
