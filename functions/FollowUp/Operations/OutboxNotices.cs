using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>A notice in the bag, and what there is to it: nothing to send when it is settled, or not in the ledger (yet).</summary>
/// <param name="Row">Null while the ledger does not know it.</param>
/// <param name="Holds">Whether what it says is still so.</param>
internal sealed record OutboxNotice(NoticeRef Posted, LedgerRow? Row, NoticeFacts? Facts, bool Holds)
{
    /// <summary>Why nothing can be written about it, now or later; null where something can.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether the letter of that post carried it, and somebody wrote down what became of that.</summary>
    public bool WasIn(LetterKey letterKey) => Row is { State: NoticeState.Sent or NoticeState.Failed } && (Row.Slot, Row.SentTo) == (letterKey.Slot, letterKey.Recipient);
}

/// <summary>Looks up what notices in a bag are about.</summary>
internal sealed class OutboxNotices(AgreementStore store, TimetableInputsLoader inputs)
{
    /// <summary>A letter with notices of hundreds of agreements must not take all connections.</summary>
    private const int ReadAtOnce = 20;

    /// <summary>Each item is read once for all its notices: of two that were written down together, a second reading might find the one that the first did not.</summary>
    public async Task<List<OutboxNotice>> LookUp(LetterKey letterKey, IEnumerable<NoticeRef> noticeRefs, CancellationToken cancel)
    {
        NoticeRef[] all = [.. noticeRefs];
        Dictionary<ItemRef, LoadedItem?> read = [];
        foreach (IGrouping<string, ItemRef>[] some in all.Select(ItemOf).Distinct().GroupBy(item => item.Agreement).Chunk(ReadAtOnce))
        {
            IReadOnlyList<LoadedItem?>[] found = await Task.WhenAll(some.Select(its => store.Open(its.Key, [.. its.Select(item => item.Item)], cancel)));
            foreach ((ItemRef item, LoadedItem? loaded) in some.SelectMany(its => its).Zip(found.SelectMany(file => file)))
            {
                read.Add(item, loaded);
            }
        }

        // After the items: whoever came to one since is not somebody from before.
        Func<AgreedItem, Task<TimetableInputs>> around = await inputs.LoaderWithCurrentPeople(cancel);
        return [.. await Task.WhenAll(all.Select(one => LookUp(letterKey, one, read[ItemOf(one)], around)))];

        static ItemRef ItemOf(NoticeRef one) => new(one.Agreement, one.Key.Item);
    }

    /// <summary>What was written down since that says more than what still lies here.</summary>
    public async Task<IReadOnlyList<DeliveryOutcome>> Outdone(IEnumerable<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        List<DeliveryOutcome> older = [];
        foreach (NoticeFacts facts in pending.Where(one => one.Holds).Select(one => one.Facts!))
        {
            LoadedItem? loaded = await store.Open(facts.Agreement.Id, facts.Item.Id, cancel);
            if (loaded?.Ledger.Where(facts.Row.IsOutdoneBy).MaxBy(other => other.Planned) is { } newest)
            {
                older.Add(new(facts.Agreement.Id, facts.Row.Key, NoticeState.Superseded, $"superseded by {newest.Key}", now));
            }
        }

        return older;
    }

    private static async Task<OutboxNotice> LookUp(LetterKey letterKey, NoticeRef posted, LoadedItem? loaded, Func<AgreedItem, Task<TimetableInputs>> surroundings)
    {
        LedgerRow? row = loaded?.Ledger.FirstOrDefault(row => row.Key == posted.Key);

        // A row that was to be written in this slot and was not, since the host died in between, was decided on anew later, and goes
        // out in that letter.
        if (loaded is null || row is not { State: NoticeState.Planned } || row.Slot != letterKey.Slot || row.SentTo != letterKey.Recipient)
        {
            return new(posted, row, null, Holds: false);
        }

        try
        {
            TimetableInputs around = await surroundings(loaded.Item.Item);
            return new(posted, row, new(row, loaded.Item.Item, loaded.Agreement.Agreement, around.Contacts.Find), Timetable.StillApplies(row, loaded.Item.Item, around.Plan, around.Contacts));
        }
        catch (NotFoundException)
        {
            // No store that answers has what it lost a moment later; the letter's other notices must not wait for that.
            return new(posted, row, null, Holds: false) { Fault = ReasonPhrases.TermsMissing.Text };
        }
    }
}
