using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Changes items by their verbs: read, decide, commit with what happened (law 2).</summary>
public sealed class ItemChanger(AgreementWriter writer, AgreementStore store, DueIndex due, AgreementIndex index, TimetableInputsLoader inputs)
{
    /// <param name="verb">Pure; the very same item back means that nothing changed.</param>
    /// <param name="happened">What the journal says of it, from the item before and after.</param>
    /// <param name="revisions">Those that the caller decided on, of which the item must have one; null when they do not care.</param>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    /// <exception cref="NotFoundException">No such agreement or item.</exception>
    /// <exception cref="StaleException">The item has another revision by now.</exception>
    /// <exception cref="ItemRefusedException">The verb refused.</exception>
    public Task<ChangeResult> Change(
        string agreement, string item, IReadOnlyCollection<int>? revisions, Func<AgreedItem, FrozenTerms, AgreedItem> verb, Func<AgreedItem, AgreedItem, IEnumerable<JournalEvent>> happened,
        IdempotencyRecord? answer, Instant now, CancellationToken cancel)
    {
        Wish wish = new(agreement, item, revisions, verb, happened, answer, now);
        return writer.Run(agreement, () => Decide(wish, cancel), cancel);
    }

    private async Task<Proposal<ChangeResult>> Decide(Wish wish, CancellationToken cancel)
    {
        // Whoever changes an item as this host knows it finds out by writing whether it is still so; whoever is refused would not.
        if (store.Known(wish.Agreement, wish.Item) is { } known && await Tried(() => Decide(wish, known.Agreement, known.Item, cancel)) is { Writes.Count: > 0 } change)
        {
            return change;
        }

        Task<StoredAgreement?> reading = store.Head(wish.Agreement, cancel);
        StoredItem? read = await store.FindItem(wish.Agreement, wish.Item, cancel);
        return await reading is { IsActive: true } head && read is not null
            ? await Decide(wish, head, read, cancel)
            : throw new NotFoundException($"Item {wish.Item} of agreement {wish.Agreement}");
    }

    private async Task<Proposal<ChangeResult>> Decide(Wish wish, StoredAgreement head, StoredItem read, CancellationToken cancel)
    {
        // A call that is repeated because its answer was lost names the revision from before it took effect.
        AgreedItem before = read.Item;
        bool isStale = wish.Revisions?.Contains(before.Revision) == false;
        bool isRepeated = wish.Answer is not null && await store.IsAnswered(wish.Agreement, wish.Answer, cancel);
        AgreedItem changed = isRepeated ? before : Done(wish.Verb, before, await inputs.LoadTerms(before, cancel), isStale);
        if (ReferenceEquals(changed, before))
        {
            return Proposal<ChangeResult>.Nothing(new(before, IsNew: false, []));
        }

        if (isStale)
        {
            throw new StaleException(before);
        }

        IReadOnlyList<string> freed = before.IsOpen && !changed.IsOpen ? await store.WaitingFor(head, before.Id, cancel) : [];
        await PutBefore(before, changed, freed, wish.Now, cancel);
        bool isElsewhere = changed.DueOn != before.DueOn || changed.Owner != before.Owner;
        changed = (isElsewhere ? (await inputs.Load(changed, cancel)).Settle(changed) : changed) with { NextAt = wish.Now };
        AgreementTransaction writes = new(wish.Agreement);
        writes.AppendJournal(head, isNew: false, wish.Happened(before, changed), wish.Now);
        writes.UpdateItem(read, changed);
        writes.RecordIdempotency(wish.Answer);
        return new(writes.Writes, new(changed with { Revision = before.Revision + 1 }, IsNew: true, freed));
    }

    /// <summary>Before the change, so that the sweep looks at them even if everything after the commit is lost.</summary>
    private async Task PutBefore(AgreedItem before, AgreedItem changed, IReadOnlyList<string> freed, Instant now, CancellationToken cancel)
    {
        await due.AddEntries(before.Agreement, [before.Id, .. freed], now, cancel);
        await index.AddEntries(before, changed, now, cancel);
    }

    /// <returns>Null where anything speaks against it: whether it still does, only the item as it is now can tell.</returns>
    private static async Task<Proposal<ChangeResult>?> Tried(Func<Task<Proposal<ChangeResult>>> decide)
    {
        try
        {
            return await decide();
        }
        catch (Exception against) when (against is not (OperationCanceledException or StoreUnavailableException))
        {
            return null;
        }
    }

    /// <summary>To somebody who saw an older item, that it has changed says more than that it refuses.</summary>
    private static AgreedItem Done(Func<AgreedItem, FrozenTerms, AgreedItem> verb, AgreedItem item, FrozenTerms terms, bool isStale)
    {
        try
        {
            return verb(item, terms);
        }
        catch (ItemRefusedException refused) when (isStale && refused.Refusal == Refusal.NotNow)
        {
            throw new StaleException(item);
        }
    }

    /// <summary>What a caller wants changed, as <see cref="Change"/> was told.</summary>
    private sealed record Wish(
        string Agreement, string Item, IReadOnlyCollection<int>? Revisions, Func<AgreedItem, FrozenTerms, AgreedItem> Verb, Func<AgreedItem, AgreedItem, IEnumerable<JournalEvent>> Happened,
        IdempotencyRecord? Answer, Instant Now);
}

/// <summary>The item after a verb.</summary>
/// <param name="IsNew">False when the verb had happened before.</param>
/// <param name="Freed">Items that waited for this one, and may be assigned now: their clocks are to look.</param>
public sealed record ChangeResult(AgreedItem Item, bool IsNew, IReadOnlyList<string> Freed);

/// <summary>The caller decided on an older revision.</summary>
public sealed class StaleException(AgreedItem item)
    : Exception($"Item {item.Id} has changed since: it is at revision {item.Revision}. Read it again and decide anew.");
