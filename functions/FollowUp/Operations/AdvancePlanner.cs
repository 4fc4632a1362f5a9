using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>An item to be looked at, and the moment that the look counts for.</summary>
internal sealed record AdvanceRequest(string Item, Instant Now);

/// <summary>What a look at one item found: how the item stands after it, and what is to be written for that.</summary>
/// <param name="File">What was decided on; null where there is no such item.</param>
/// <param name="Opened">Its next occurrence.</param>
/// <param name="SettledAfter">See <see cref="StoredItem.SettledAfter"/>.</param>
internal sealed record PlannedAdvance(AdvanceRequest Request, AdvanceResult Result, LoadedItem? File, AgreedItem? Item, Decision? Decision, StoredItem? Opened, string? SettledAfter)
{
    /// <summary>The agreement, with the item that was opened.</summary>
    public StoredAgreement Head => Opened is null ? File!.Agreement : File!.Agreement with { Items = [.. File.Agreement.Items, Opened.Item.Id] };

    public IEnumerable<(Instant At, JournalEvent What)> Happenings => Story().Select(what => (Request.Now, what));

    /// <summary>The item, its notices, and what the journal says of it; the head comes on top.</summary>
    public int Rows => Result.HasWrites ? 1 + (Opened is null ? 0 : 1) + Decision!.Rows.Count + Story().Count() : 0;

    /// <summary>To another minute than the one that led here.</summary>
    public bool HasMovedOn => File!.Item.Item.NextAt is { } before && (Result.NextAt is not { } next || TableKeys.DueBefore(before) != TableKeys.DueBefore(next));

    private IEnumerable<JournalEvent> Story()
    {
        if (File!.Item.Item.AssignedAt is null && Item!.AssignedAt is not null)
        {
            yield return Journal.JournalText.OfAssignment(Item, by: null);
        }

        if (Opened is not null)
        {
            yield return Journal.JournalText.OfAssignment(Opened.Item, by: null);
        }

        foreach (LedgerRow row in Decision!.Rows.Where(row => row.IsFinal))
        {
            yield return NoticeJournal.EventOf(row);
        }
    }
}

/// <summary>Looks at items, and decides; nothing here writes.</summary>
internal sealed class AdvancePlanner(AgreementStore store, TimetableInputsLoader inputs, OccurrenceOpener occurrences)
{
    /// <summary>A transaction takes 100 rows; the head is one.</summary>
    public const int RowsMax = 98;

    /// <summary>Each notice is a row, each that is final right away a second, in the journal.</summary>
    private const int NoticesMax = 45;

    /// <summary>The first of them, as many as one transaction takes: at least one.</summary>
    public async Task<IReadOnlyList<PlannedAdvance>> Plan(string agreement, IReadOnlyList<AdvanceRequest> asks)
    {
        await store.GetToKnow(agreement, asks.Select(ask => ask.Item), CancellationToken.None);
        Lazy<Task<Func<AgreedItem, Task<TimetableInputs>>>> around = new(() => inputs.LoaderWithCurrentPeople(CancellationToken.None));
        List<PlannedAdvance> some = [];
        int rows = 0;
        foreach (AdvanceRequest ask in asks)
        {
            // Somebody else who asks about the same item sees what comes of this.
            PlannedAdvance? finding = some.Any(other => other.Request.Item == ask.Item) ? null : await Plan(agreement, ask, around);
            if (finding is null || (some.Count > 0 && (rows + finding.Rows > RowsMax || finding.Opened is not null)))
            {
                break;
            }

            some.Add(finding);
            rows += finding.Rows;
            if (finding.Opened is not null)
            {
                break;
            }
        }

        return some;
    }

    /// <param name="around">Asked once for all whose items are known: they are as they were, whenever it was asked.</param>
    private async Task<PlannedAdvance> Plan(string agreement, AdvanceRequest ask, Lazy<Task<Func<AgreedItem, Task<TimetableInputs>>>> around)
    {
        // What is due as this host knows it need not be read to be decided: whoever writes it finds out whether it is still so.
        if (store.Known(agreement, ask.Item) is { } known && known.Item.Item.NextAt <= ask.Now && await Plan(known, ask, await around.Value) is { Result.HasWrites: true } found)
        {
            return found;
        }

        // What is read is read before its people: whoever came to it since is not somebody from before.
        return await store.Open(agreement, ask.Item, CancellationToken.None) is { } loaded
            ? await Plan(loaded, ask, await inputs.LoaderWithCurrentPeople(CancellationToken.None))
            : new(ask, AdvanceResult.Gone, null, null, null, null, null);
    }

    private async Task<PlannedAdvance> Plan(LoadedItem loaded, AdvanceRequest ask, Func<AgreedItem, Task<TimetableInputs>> surroundings)
    {
        AgreedItem before = loaded.Item.Item;
        AgreedItem item = before.AssignedAt is null ? before.AssignWhenFree(await store.Items(before.Agreement, before.DependsOn, CancellationToken.None)) : before;
        OpenedOccurrence? round = await occurrences.Open(loaded, item, ask.Now, CancellationToken.None);
        item = round?.Item ?? item;
        TimetableInputs around = await surroundings(item);
        Decision decision = Decide(item, around, loaded.Ledger, ask.Now);
        item = (IsSettled(loaded.Item, item, around) ? item : around.Settle(item)) with { NextAt = new[] { decision.NextAt, item.OpensNextAt() }.Min() };

        // Decided in an earlier try whose letters may not have been started: starting them again is harmless.
        List<LetterKey> letterKeys = [.. loaded.Ledger.Concat(decision.Rows).Where(row => row.State == NoticeState.Planned).Select(row => new LetterKey(row.SentTo!, row.Slot!)).Distinct()];
        ItemRef? opened = item.Recurrence?.Next?.Item is { } next ? new(item.Agreement, next) : null;
        AdvanceResult advanced = new(item.NextAt, item.IsOpen, letterKeys, opened, HasWrites: decision.Rows.Count > 0 || item != before);
        return new(ask, advanced, loaded, item, decision, round?.Next, around.LastWritten);
    }

    /// <summary>Most items are looked at as they were written, among people as they were: what their readers should know is the same.</summary>
    private static bool IsSettled(StoredItem stored, AgreedItem item, TimetableInputs around) =>
        ReferenceEquals(item, stored.Item) && stored.SettledAfter == around.LastWritten;

    private static Decision Decide(AgreedItem item, TimetableInputs around, IReadOnlyList<LedgerRow> ledger, Instant now)
    {
        IReadOnlyList<TimetableEntry> entries = Timetable.For(item, around.Plan, around.Days, around.Contacts, ledger);
        return Decision.Decide(now, entries, new Deputies(item, around.Contacts, now).Resolve).Limited(NoticesMax, now);
    }
}
