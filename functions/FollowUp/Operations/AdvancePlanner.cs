using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Decides how items advance; nothing here writes.</summary>
internal sealed class AdvancePlanner(
    AgreementStore store, AgreementQueries queries, TimetableInputsLoader inputs, OccurrenceOpener occurrences)
{
    /// <summary>Of one transaction: the head takes a row, and one is left for an occurrence.</summary>
    public static readonly int RowsMax = AgreementTransaction.Room(rowsEach: 1, others: 2);

    /// <summary>Each notice is a row, each that is final right away a second, in the journal.</summary>
    private static readonly int NoticesMax = AgreementTransaction.Room(rowsEach: 2, others: 10);

    /// <summary>The first of them, as many as one transaction takes: at least one.</summary>
    public async Task<IReadOnlyList<PlannedAdvance>> Plan(string agreement, IReadOnlyList<AdvanceRequest> requests)
    {
        IReadOnlyList<LoadedItem?> known = await store.Load(
            agreement, [.. requests.Select(request => request.Item)], Freshness.LastKnown, CancellationToken.None);
        PeopleSnapshot? people = requests.Zip(known).Any(pair => IsDue(pair.Second, pair.First))
            ? await inputs.CurrentPeople(CancellationToken.None) : null;
        List<PlannedAdvance> planned = [];
        foreach ((AdvanceRequest request, LoadedItem? loaded) in requests.Zip(known))
        {
            // Somebody else who asks about the same item sees what comes of this.
            PlannedAdvance? next = planned.Exists(other => other.Request.Item == request.Item)
                ? null : await Plan(agreement, request, loaded, people);
            if (next is null || (planned.Count > 0 && (planned.Sum(one => one.Rows) + next.Rows > RowsMax || next.Opened is not null)))
            {
                break;
            }

            planned.Add(next);
            if (next.Opened is not null)
            {
                break;
            }
        }

        return planned;
    }

    /// <summary>
    /// What is due as this host knows it need not be read to be decided: whoever writes it finds out whether it is still so. What is not
    /// due would not find out, and is read.
    /// </summary>
    private async Task<PlannedAdvance> Plan(string agreement, AdvanceRequest request, LoadedItem? known, PeopleSnapshot? people)
    {
        if (people is not null && IsDue(known, request) && await Plan(known!, request, people) is { Result.HasWrites: true } planned)
        {
            return planned;
        }

        // People after the item: whoever came to it since is not somebody from before.
        return await store.Load(agreement, request.Item, Freshness.Current, CancellationToken.None) is { } loaded
            ? await Plan(loaded, request, await inputs.CurrentPeople(CancellationToken.None))
            : PlannedAdvance.None(request);
    }

    private static bool IsDue(LoadedItem? known, AdvanceRequest request) => known?.Item.Item.NextAt <= request.Now;

    private async Task<PlannedAdvance> Plan(LoadedItem loaded, AdvanceRequest request, PeopleSnapshot people)
    {
        AgreedItem before = loaded.Item.Item;
        AgreedItem item = before.AssignedAt is null
            ? before.AssignWhenFree(await queries.Items(before.Agreement, before.DependsOn, CancellationToken.None))
            : before;
        OpenedOccurrence? occurrence = await occurrences.Open(loaded, item, request.Now, CancellationToken.None);
        item = occurrence?.Item ?? item;
        TimetableInputs around = await inputs.Load(item, people, CancellationToken.None);
        Decision decision = Decide(item, around, loaded.Ledger, request.Now);
        AgreedItem settled = (IsSettled(loaded.Item, item, around) ? item : around.Settle(item)) with
        {
            NextAt = new[] { decision.NextAt, item.OpensNextAt() }.Min(),
        };
        item = ItemRoom.Fit(settled, before);
        AdvanceResult result = new(
            item.NextAt, item.IsOpen, LettersOf(loaded.Ledger.Concat(decision.Rows)), NextOccurrence(item),
            HasWrites: decision.Rows.Count > 0 || item != before);
        return new(request, result, loaded, item, decision, occurrence?.Next, around.LastWritten)
        {
            IsCut = !ReferenceEquals(item, settled),
        };
    }

    /// <summary>
    /// Most items are advanced as they were written, among people as they were: what their readers should know is the same.
    /// </summary>
    private static bool IsSettled(StoredItem stored, AgreedItem item, TimetableInputs around) =>
        ReferenceEquals(item, stored.Item) && stored.SettledAfter == around.LastWritten;

    /// <summary>
    /// Also of what was decided in an earlier try, whose letters may not have been started: starting them again is harmless.
    /// </summary>
    private static List<LetterKey> LettersOf(IEnumerable<LedgerRow> ledger) =>
        [.. ledger.Where(row => row.State == NoticeState.Planned).Select(row => new LetterKey(row.SentTo!, row.Slot!)).Distinct()];

    private static ItemRef? NextOccurrence(AgreedItem item) => item.Recurrence?.Next?.Item is { } next ? new(item.Agreement, next) : null;

    private static Decision Decide(AgreedItem item, TimetableInputs around, IReadOnlyList<LedgerRow> ledger, Instant now)
    {
        IReadOnlyList<TimetableEntry> entries = Timetable.Compute(item, around.Plan, around.Days, around.Contacts, ledger, now);
        return Decision.Decide(now, entries, new Deputies(item, around.Contacts, now).Resolve).Limited(NoticesMax, now)
            .WithReports(item, around.Plan, around.Contacts, ledger, now);
    }
}
