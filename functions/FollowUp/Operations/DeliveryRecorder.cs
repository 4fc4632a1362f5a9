using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What became of a notice.</summary>
public sealed record DeliveryOutcome(string Agreement, RungKey Key, NoticeState State, string? Why, Instant At);

/// <summary>Brings notices to their final state: ledger, journal, and who was told that an item is late, together (law 2).</summary>
public sealed class DeliveryRecorder
{
    /// <summary>A notice takes up to three rows (ledger, journal, item) of a transaction's 100; a refused one adds another.</summary>
    private const int NoticesPerCommit = 24;

    private readonly AgreementWriter writer;
    private readonly AgreementStore store;
    private readonly Outbox outbox;
    private readonly DueIndex due;
    private readonly AgreementIndex index;
    private readonly TimetableInputsLoader inputs;

    /// <summary>The letters of one minute carry notices of the same agreements: what becomes of them is written together.</summary>
    private readonly KeyedBatcher<DeliveryOutcome, IReadOnlyList<LetterKey>> gathered;

    public DeliveryRecorder(AgreementWriter writer, AgreementStore store, Outbox outbox, DueIndex due, AgreementIndex index, TimetableInputsLoader inputs)
    {
        (this.writer, this.store, this.outbox, this.due, this.index, this.inputs) = (writer, store, outbox, due, index, inputs);
        gathered = new(Record, NoticesPerCommit);
    }

    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<LetterKey>> Record(IEnumerable<DeliveryOutcome> outcomes, CancellationToken cancel)
    {
        Task<IReadOnlyList<LetterKey>>[] asked = [.. outcomes.GroupBy(outcome => outcome.Agreement).SelectMany(its => gathered.SubmitAll(its.Key, [.. its]))];
        return [.. (await Task.WhenAll(asked).WaitAsync(cancel)).SelectMany(letterKeys => letterKeys).Distinct()];
    }

    private async Task<IReadOnlyList<IReadOnlyList<LetterKey>>> Record(string agreement, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        DeliveryOutcome[] once = [.. outcomes.DistinctBy(outcome => outcome.Key)];
        IReadOnlyList<LetterKey> letterKeys = await writer.Run(agreement, () => Decide(agreement, once, CancellationToken.None), CancellationToken.None);
        return [.. outcomes.Select(_ => letterKeys)];
    }

    private async Task<Proposal<IReadOnlyList<LetterKey>>> Decide(string agreement, DeliveryOutcome[] outcomes, CancellationToken cancel)
    {
        StoredAgreement? head = null;
        List<LedgerRow> finals = [];
        List<LedgerRow> alarms = [];
        AgreementTransaction writes = new(agreement);
        foreach (IGrouping<string, DeliveryOutcome> ofItem in outcomes.GroupBy(outcome => outcome.Key.Item))
        {
            if (await store.Recall(agreement, ofItem.Key, ofItem.Select(outcome => outcome.Key), cancel) is not { } loaded)
            {
                // A store that lost the item lost its ledger: nothing is left to come to an end, and its letter must not go out again for that.
                continue;
            }

            List<LedgerRow> its = [.. Finals(loaded.Ledger, ofItem)];
            if (its.Count > 0)
            {
                head ??= loaded.Agreement;
                finals.AddRange(its);
                alarms.AddRange(await Alarms(loaded.Item.Item, its, cancel));
                writes.UpdateSchedule(loaded.Item, await Told(loaded.Item.Item, its, cancel));
            }
        }

        await outbox.AddNotices(agreement, alarms, cancel);

        finals.ForEach(writes.CloseNotice);
        writes.Add(alarms);
        if (head is not null)
        {
            writes.AppendJournalIfAny(head, finals.Select(row => (row.At!.Value, Journal.NoticeJournal.EventOf(row))));
        }

        return new(writes.Writes, [.. alarms.Select(alarm => new LetterKey(alarm.SentTo!, alarm.Slot!))]);
    }

    /// <summary>The planned ones among them in their final state; what is final already was written by an earlier try.</summary>
    private static IEnumerable<LedgerRow> Finals(IReadOnlyList<LedgerRow> ledger, IEnumerable<DeliveryOutcome> outcomes) =>
        from outcome in outcomes
        join row in ledger on outcome.Key equals row.Key
        where row.State == NoticeState.Planned
        select row.WithState(outcome.State, outcome.At, outcome.Why);

    /// <summary>
    /// Whoever was told that it is late is remembered (law 14); when it was closed meanwhile, they are told that too. Otherwise the
    /// item as it is: it is written all the same, so that its version stands for its ledger as well.
    /// </summary>
    private async Task<AgreedItem> Told(AgreedItem item, List<LedgerRow> finals, CancellationToken cancel)
    {
        Instant now = finals.Max(row => row.At!.Value);
        List<string> told = [.. finals.Where(row => row is { State: NoticeState.Sent, Key.Ladder: LadderName.Overdue })
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
        return told.TrueForAll(Contacts.Of(item).Contains) ? telling : (await inputs.Load(telling, cancel)).Settle(telling);
    }

    /// <summary>A letter that never arrives is somebody's business: the coordinator's, or where it was theirs, the next one's.</summary>
    private async Task<IReadOnlyList<LedgerRow>> Alarms(AgreedItem item, List<LedgerRow> finals, CancellationToken cancel)
    {
        List<LedgerRow> failed = [.. finals.Where(row => row.State == NoticeState.Failed)];
        if (failed.Count == 0)
        {
            return [];
        }

        TimetableInputs? around = await Around(item, cancel);
        return [.. failed.Select(row => Alarm(row, item, around, row.At!.Value)).OfType<LedgerRow>()];
    }

    /// <returns>Null where the store has lost what the item is counted by: of that, too, somebody must hear.</returns>
    private async Task<TimetableInputs?> Around(AgreedItem item, CancellationToken cancel)
    {
        try
        {
            return await inputs.Load(item, cancel);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <param name="around">Null where nobody can tell who stands in for whom: then it goes to whom it is meant for.</param>
    private static LedgerRow? Alarm(LedgerRow failed, AgreedItem item, TimetableInputs? around, Instant now)
    {
        bool isAlarm = failed.Key.Ladder == LadderName.Undelivered;
        List<string> hearers = [.. new[] { item.Coordinator, item.Issuer }.Concat(item.Chain).Distinct()];

        // Word of a refusal that is refused itself goes to the next one, and so ends where nobody is left.
        string? hears = hearers.Skip(isAlarm ? hearers.IndexOf(failed.Key.Recipient) + 1 : 0).FirstOrDefault(person => person != failed.SentTo);
        if (hears is null)
        {
            return null;
        }

        RungKey key = failed.Key with
        {
            Ladder = LadderName.Undelivered,
            Rung = isAlarm ? failed.Key.Rung : $"{failed.Key.Ladder.ToString().ToLowerInvariant()}-{failed.Key.Rung}-{failed.Key.Recipient}",
            Recipient = hears,
        };
        Recipient? receiver = around is null ? null : new Deputies(item, around.Contacts, now).Resolve(LadderName.Undelivered, Role.Coordinator, hears);
        string? what = isAlarm ? failed.Explanation : AlarmPhrases.NoticeRefused.Fill(failed.SentTo, failed.Why);
        return new(key, Role.Coordinator, now, now, what, NoticeState.Planned, now, null, null, receiver?.Person.Id ?? hears, receiver?.Trace, Decision.SlotOf(now));
    }
}
