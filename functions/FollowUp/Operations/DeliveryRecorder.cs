using FollowUp.Concurrency;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Recipients;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What became of a notice.</summary>
public sealed record DeliveryOutcome(string Agreement, RungKey Key, NoticeState State, string? Why, Instant At)
{
    /// <summary>The letter that carried it, handed over or refused; null where it was in none.</summary>
    public Letter? Carrier { get; init; }

    /// <inheritdoc cref="LedgerRow.Reply"/>
    public string? Reply { get; init; }

    /// <summary>It will never arrive.</summary>
    public static DeliveryOutcome Failed(NoticeRef notice, string why, Instant at) =>
        new(notice.Agreement, notice.Key, NoticeState.Failed, why, at);

    /// <summary>The row as it stays.</summary>
    public LedgerRow Close(LedgerRow row) =>
        row.WithState(State, At, Why) with
        {
            Address = Carrier?.Address,
            MessageId = Carrier?.MessageId,
            TextDigest = Carrier?.TextDigest,
            Reply = Reply,
        };
}

/// <summary>What became of a letter that was handed over.</summary>
/// <param name="Refusal">Why it will never arrive; null when it went out.</param>
/// <param name="Reply">What the channel said when it took it; null where it said nothing, or refused.</param>
public sealed record HandedOver(string? Refusal, string? Reply);

/// <summary>Brings notices to their final state: ledger, journal, and who was told that an item is late, together (law 2).</summary>
public sealed class DeliveryRecorder
{
    /// <summary>A notice takes up to three rows (ledger, journal, item), a refused one another; and the head one.</summary>
    private static readonly int NoticesPerCommit = AgreementTransaction.Room(rowsEach: 4, others: 4);

    private readonly AgreementWriter writer;
    private readonly AgreementStore store;
    private readonly Outbox outbox;
    private readonly DueIndex due;
    private readonly AgreementIndex index;
    private readonly TimetableInputsLoader inputs;
    private readonly FullItems full;

    /// <summary>The letters of one minute carry notices of the same agreements: what becomes of them is written together.</summary>
    private readonly KeyedBatcher<DeliveryOutcome, IReadOnlyList<LetterKey>> batcher;

    public DeliveryRecorder(
        AgreementWriter writer, AgreementStore store, Outbox outbox, DueIndex due, AgreementIndex index, TimetableInputsLoader inputs,
        FullItems full)
    {
        (this.writer, this.store, this.outbox, this.due, this.index, this.inputs) = (writer, store, outbox, due, index, inputs);
        this.full = full;
        batcher = new(RecordAll, NoticesPerCommit, StoreUnavailableException.Is);
    }

    /// <summary>Idempotent: what is final already stays as it is.</summary>
    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<LetterKey>> Record(IEnumerable<DeliveryOutcome> outcomes, CancellationToken cancel)
    {
        Task<IReadOnlyList<LetterKey>>[] recording =
            [.. outcomes.GroupBy(outcome => outcome.Agreement).SelectMany(its => batcher.SubmitAll(its.Key, [.. its]))];
        return [.. (await Task.WhenAll(recording).WaitAsync(cancel)).SelectMany(letters => letters).Distinct()];
    }

    /// <summary>Every notice of the letter comes to its final state, and leaves the outbox.</summary>
    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<LetterKey>> Record(LetterKey key, Letter letter, HandedOver end, Instant now, CancellationToken cancel)
    {
        NoticeState state = end.Refusal is null ? NoticeState.Sent : NoticeState.Failed;
        IReadOnlyList<LetterKey> letters = await Record(
            letter.Notices.Select(notice => new DeliveryOutcome(notice.Of.Agreement, notice.Of.Key, state, end.Refusal, now)
            {
                Carrier = letter,
                Reply = end.Reply,
            }),
            cancel);
        await outbox.RemoveLetter(key, letter.Notices.Select(notice => notice.Of), cancel);
        return letters;
    }

    /// <summary>The same for a letter of which only the key is known; nothing where it was recorded already.</summary>
    public async Task<IReadOnlyList<LetterKey>> Record(LetterKey key, HandedOver end, Instant now, CancellationToken cancel) =>
        await outbox.ReadLetter(key, cancel) is { } letter ? await Record(key, letter, end, now, cancel) : [];

    private async Task<IReadOnlyList<IReadOnlyList<LetterKey>>> RecordAll(string agreement, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        DeliveryOutcome[] once = [.. outcomes.DistinctBy(outcome => outcome.Key)];
        IReadOnlyList<LetterKey> letters = await RecordTogether(agreement, once, CancellationToken.None);
        return [.. outcomes.Select(_ => letters)];
    }

    private async Task<IReadOnlyList<LetterKey>> RecordTogether(string agreement, DeliveryOutcome[] outcomes, CancellationToken cancel)
    {
        await foreach (int attempt in writer.Attempts(agreement, cancel))
        {
            AgreementTransaction transaction = new(agreement);
            List<LedgerRow> finals = [];
            List<LedgerRow> alarms = [];
            StoredAgreement? head = null;
            foreach (IGrouping<string, DeliveryOutcome> ofItem in outcomes.GroupBy(outcome => outcome.Key.Item))
            {
                if (await LoadWith(agreement, ofItem.Key, ofItem, cancel) is { } loaded
                    && Finals(loaded.Ledger, ofItem).ToList() is { Count: > 0 } its)
                {
                    head ??= loaded.Agreement;
                    finals.AddRange(its);
                    alarms.AddRange(await Alarms(loaded.Item.Item, its, cancel));
                    transaction.UpdateSchedule(loaded.Item, await Told(loaded.Item.Item, its, cancel));
                }
            }

            await outbox.AddNotices(agreement, alarms, cancel);
            finals.ForEach(transaction.CloseNotice);
            transaction.Add(alarms);
            if (head is not null)
            {
                transaction.AppendJournalIfAny(head, finals.Select(row => (row.At!.Value, NoticeJournal.EventOf(row))));
            }

            if (await writer.Commit(transaction, cancel))
            {
                return [.. alarms.Select(alarm => new LetterKey(alarm.SentTo!, alarm.Slot!))];
            }
        }

        throw ContentionException.OfAgreement(agreement);
    }

    /// <summary>
    /// The item as this host knows it, where it knows of all these notices. Null where the store has lost it, and its ledger with it:
    /// nothing is left to come to an end, and its letter must not go out again for that.
    /// </summary>
    private async Task<LoadedItem?> LoadWith(
        string agreement, string item, IEnumerable<DeliveryOutcome> outcomes, CancellationToken cancel) =>
        await store.Load(agreement, item, Freshness.LastKnown, cancel) is { } known
            && outcomes.All(one => known.Ledger.Any(row => row.Key == one.Key))
            ? known
            : await store.Load(agreement, item, Freshness.Current, cancel);

    /// <summary>The planned ones among them in their final state; what is final already was written by an earlier try.</summary>
    private static IEnumerable<LedgerRow> Finals(IReadOnlyList<LedgerRow> ledger, IEnumerable<DeliveryOutcome> outcomes) =>
        from outcome in outcomes
        join row in ledger on outcome.Key equals row.Key
        where row.State == NoticeState.Planned
        select outcome.Close(row);

    /// <summary>
    /// Whoever was told that it is late is remembered (law 14); when it was closed meanwhile, they are told that too. Otherwise the
    /// item as it is: it is written all the same, so that its version stands for its ledger as well.
    /// </summary>
    private async Task<AgreedItem> Told(AgreedItem item, List<LedgerRow> finals, CancellationToken cancel)
    {
        Instant now = finals.Max(row => row.At!.Value);
        List<string> told = [.. finals.Where(row => row.State == NoticeState.Sent && row.TellsOfLateness(item))
            .Select(row => row.SentTo!).Except(item.ToldLate).Distinct()];
        if (told.Count == 0)
        {
            return item;
        }

        if (!item.IsOpen)
        {
            await due.AddEntries(item.Agreement, item.Id, now, cancel);
        }

        AgreedItem telling = item with { ToldLate = [.. item.ToldLate, .. told], NextAt = item.IsOpen ? item.NextAt : now };

        // Who stood in comes to the item by that, and brings their days.
        await index.AddEntries(item, telling, now, cancel);
        telling = told.TrueForAll(Contacts.PeopleOf(item).Contains) ? telling : (await inputs.Load(telling, cancel)).Settle(telling);
        AgreedItem fitting = ItemRoom.Fit(telling, item);
        if (!ReferenceEquals(fitting, telling))
        {
            await full.Mark(new(item.Agreement, item.Id), now, cancel);
        }

        return fitting;
    }

    /// <summary>A letter that never arrives is somebody's business: the coordinator's, or where it was theirs, the next one's.</summary>
    private async Task<IReadOnlyList<LedgerRow>> Alarms(AgreedItem item, List<LedgerRow> finals, CancellationToken cancel)
    {
        List<LedgerRow> failed = [.. finals.Where(row => row.State == NoticeState.Failed)];
        if (failed.Count == 0)
        {
            return [];
        }

        Contacts? contacts = await ContactsOf(item, cancel);
        return [.. failed.Select(row => UndeliverableAlarm.RowFor(row, item, contacts, row.At!.Value)).OfType<LedgerRow>()];
    }

    /// <returns>Null where the store has lost what the item is counted by: of that, too, somebody must hear.</returns>
    private async Task<Contacts?> ContactsOf(AgreedItem item, CancellationToken cancel)
    {
        try
        {
            return (await inputs.Load(item, cancel)).Contacts;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
