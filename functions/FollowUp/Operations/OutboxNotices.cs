using FollowUp.Answers;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>A notice in the outbox, and what there is to it: nothing to send when it is settled, or not in the ledger (yet).</summary>
/// <param name="Row">Null while the ledger does not know it.</param>
/// <param name="StillApplies">Whether what it says is still so.</param>
internal sealed record OutboxNotice(NoticeRef Of, LedgerRow? Row, NoticeFacts? Facts, bool StillApplies)
{
    /// <summary>Why nothing can be written about it, now or later; null where something can.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether that letter carried it, and somebody recorded what became of that.</summary>
    public bool WasIn(LetterKey key) =>
        Row is { State: NoticeState.Sent or NoticeState.Failed } && (Row.Slot, Row.SentTo) == (key.Slot, key.Recipient);
}

/// <summary>Looks up what notices in the outbox are about.</summary>
internal sealed class OutboxNotices(AgreementStore store, TimetableInputsLoader inputs, LinkSettings links)
{
    /// <summary>A letter with notices of hundreds of agreements must not take all connections.</summary>
    private const int ReadAtOnce = 20;

    /// <summary>
    /// Each item is read once for all its notices: of two that were written down together, a second reading might find the one that the
    /// first did not.
    /// </summary>
    public async Task<List<OutboxNotice>> LookUp(
        LetterKey key, IEnumerable<NoticeRef> notices, Instant now, CancellationToken cancel)
    {
        NoticeRef[] all = [.. notices];
        Dictionary<ItemRef, LoadedItem?> loaded = [];
        foreach (IGrouping<string, ItemRef>[] some in all.Select(ItemOf).Distinct().GroupBy(item => item.Agreement).Chunk(ReadAtOnce))
        {
            IReadOnlyList<LoadedItem?>[] found = await Task.WhenAll(some.Select(its =>
                store.Load(its.Key, [.. its.Select(item => item.Item)], Freshness.Current, cancel)));
            foreach ((ItemRef item, LoadedItem? one) in some.SelectMany(its => its).Zip(found.SelectMany(its => its)))
            {
                loaded.Add(item, one);
            }
        }

        // People after the items: whoever came to one since is not somebody from before.
        PeopleSnapshot people = await inputs.CurrentPeople(cancel);
        return [.. await Task.WhenAll(all.Select(one => LookUp(key, one, loaded[ItemOf(one)], people, now, cancel)))];

        static ItemRef ItemOf(NoticeRef one) => new(one.Agreement, one.Key.Item);
    }

    /// <summary>What was written down since that says more than what still lies here.</summary>
    public async Task<IReadOnlyList<DeliveryOutcome>> Superseded(IEnumerable<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        List<DeliveryOutcome> older = [];
        foreach (NoticeFacts facts in pending.Where(one => one.StillApplies).Select(one => one.Facts!))
        {
            LoadedItem? loaded = await store.Load(facts.Agreement.Id, facts.Item.Id, Freshness.Current, cancel);
            if (loaded is not null && NewestOnly.FindNewer(facts.Row, loaded.Ledger) is { } newest)
            {
                string why = ReasonPhrases.SupersededBy(newest.Key);
                older.Add(new(facts.Agreement.Id, facts.Row.Key, NoticeState.Superseded, why, now));
            }
        }

        return older;
    }

    private async Task<OutboxNotice> LookUp(
        LetterKey key, NoticeRef notice, LoadedItem? loaded, PeopleSnapshot people, Instant now, CancellationToken cancel)
    {
        LedgerRow? row = loaded?.Ledger.FirstOrDefault(row => row.Key == notice.Key);

        // A row that was to be written in this slot and was not, since the host died in between, was decided on anew later, and goes
        // out in that letter.
        if (loaded is null || row is not { State: NoticeState.Planned } || row.Slot != key.Slot || row.SentTo != key.Recipient)
        {
            return new(notice, row, null, StillApplies: false);
        }

        try
        {
            AgreedItem item = loaded.Item.Item;
            TimetableInputs around = await inputs.Load(item, people, cancel);
            NoticeFacts facts = new(row, item, loaded.Agreement.Agreement, around.Contacts.Find)
            {
                Ledger = loaded.Ledger,
                Around = around,
                Answers = links.Keys is null ? [] : Answers(key, row, item, around, now),
            };
            return new(notice, row, facts, NoticeValidity.StillApplies(row, item, around.Plan, around.Contacts));
        }
        catch (NotFoundException)
        {
            // No store that answers has what it lost a moment later; the letter's other notices must not wait for that.
            return new(notice, row, null, StillApplies: false) { Fault = ReasonPhrases.TermsMissing.Text };
        }
    }

    /// <summary>
    /// What the one who gets it may do now; their links are of the letter's minute, so that a letter that is packed twice is the same.
    /// </summary>
    private static List<AnswerScope> Answers(LetterKey key, LedgerRow row, AgreedItem item, TimetableInputs around, Instant now)
    {
        Actor reader = new(key.Recipient, new Deputies(item, around.Contacts, now).FindActing());
        return
        [
            .. AnswerOffers.Of(item, reader, row.Key.Ladder, now, new(around.Plan, around.Days))
                .Select(action => AnswerScope.For(item, action, key.Recipient, key.Minute)),
        ];
    }
}
