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
    public bool WasIn(LetterKey post) => Row is { State: NoticeState.Sent or NoticeState.Failed } && (Row.Slot, Row.SentTo) == (post.Slot, post.Recipient);
}

/// <summary>Looks up what notices in a bag are about.</summary>
internal sealed class OutboxNotices(AgreementStore files, TimetableInputsLoader context)
{
    /// <summary>A letter with notices of hundreds of agreements must not take all connections.</summary>
    private const int ReadAtOnce = 20;

    /// <summary>Each item is read once for all its notices: of two that were written down together, a second reading might find the one that the first did not.</summary>
    public async Task<List<OutboxNotice>> LookUp(LetterKey post, IEnumerable<NoticeRef> posted, CancellationToken cancel)
    {
        NoticeRef[] all = [.. posted];
        Dictionary<ItemRef, LoadedItem?> read = [];
        foreach (IGrouping<string, ItemRef>[] some in all.Select(ItemOf).Distinct().GroupBy(item => item.Agreement).Chunk(ReadAtOnce))
        {
            IReadOnlyList<LoadedItem?>[] found = await Task.WhenAll(some.Select(its => files.Open(its.Key, [.. its.Select(item => item.Item)], cancel)));
            foreach ((ItemRef item, LoadedItem? file) in some.SelectMany(its => its).Zip(found.SelectMany(file => file)))
            {
                read.Add(item, file);
            }
        }

        // After the items: whoever came to one since is not somebody from before.
        Func<AgreedItem, Task<TimetableInputs>> around = await context.LoaderWithCurrentPeople(cancel);
        return [.. await Task.WhenAll(all.Select(one => LookUp(post, one, read[ItemOf(one)], around)))];

        static ItemRef ItemOf(NoticeRef one) => new(one.Agreement, one.Key.Item);
    }

    /// <summary>What was written down since that says more than what still lies here.</summary>
    public async Task<IReadOnlyList<DeliveryOutcome>> Outdone(IEnumerable<OutboxNotice> bagged, Instant now, CancellationToken cancel)
    {
        List<DeliveryOutcome> older = [];
        foreach (NoticeFacts facts in bagged.Where(one => one.Holds).Select(one => one.Facts!))
        {
            LoadedItem? file = await files.Open(facts.Agreement.Id, facts.Item.Id, cancel);
            if (file?.Ledger.Where(facts.Row.IsOutdoneBy).MaxBy(other => other.Planned) is { } newest)
            {
                older.Add(new(facts.Agreement.Id, facts.Row.Key, NoticeState.Superseded, $"superseded by {newest.Key}", now));
            }
        }

        return older;
    }

    private static async Task<OutboxNotice> LookUp(LetterKey post, NoticeRef posted, LoadedItem? file, Func<AgreedItem, Task<TimetableInputs>> surroundings)
    {
        LedgerRow? row = file?.Ledger.FirstOrDefault(row => row.Key == posted.Key);

        // A row that was to be written in this slot and was not, since the host died in between, was decided on anew later, and goes
        // out in that letter.
        if (file is null || row is not { State: NoticeState.Planned } || row.Slot != post.Slot || row.SentTo != post.Recipient)
        {
            return new(posted, row, null, Holds: false);
        }

        try
        {
            TimetableInputs around = await surroundings(file.Item.Item);
            return new(posted, row, new(row, file.Item.Item, file.Agreement.Agreement, around.Contacts.Find), Timetable.StillApplies(row, file.Item.Item, around.Plan, around.Contacts));
        }
        catch (NotFoundException)
        {
            // No store that answers has what it lost a moment later; the letter's other notices must not wait for that.
            return new(posted, row, null, Holds: false) { Fault = "the plan or a calendar of its item is not in the register" };
        }
    }
}
