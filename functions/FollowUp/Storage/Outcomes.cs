using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Notices;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What became of a notice.</summary>
public sealed record Outcome(string Agreement, RungKey Key, NoticeState State, string? Why);

/// <summary>Brings notices to their final state: ledger, journal, and who was told that an item is late, together (law 2).</summary>
public sealed class Outcomes(Commits commits, AgreementFiles files, Postbag postbag, DueIndex due, Mentions mentions, ItemContext context)
{
    /// <summary>A notice takes up to three rows (ledger, journal, item) of a transaction's 100; a refused one adds another.</summary>
    private const int NoticesPerCommit = 24;

    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<Post>> Write(IEnumerable<Outcome> outcomes, Instant now, CancellationToken cancel)
    {
        List<Post> posts = [];
        foreach (IGrouping<string, Outcome> ofAgreement in outcomes.GroupBy(outcome => outcome.Agreement))
        {
            foreach (Outcome[] some in ofAgreement.Chunk(NoticesPerCommit))
            {
                posts.AddRange(await commits.Run(ofAgreement.Key, () => Decide(ofAgreement.Key, some, now, cancel), cancel));
            }
        }

        return [.. posts.Distinct()];
    }

    private async Task<Proposal<IReadOnlyList<Post>>> Decide(string agreement, Outcome[] outcomes, Instant now, CancellationToken cancel)
    {
        StoredAgreement head = await files.Find(agreement, cancel) ?? throw new NotThereException($"Agreement {agreement}");
        List<LedgerRow> finals = [];
        List<LedgerRow> alarms = [];
        Transaction writes = new(agreement);
        foreach (IGrouping<string, Outcome> ofItem in outcomes.GroupBy(outcome => outcome.Key.Item))
        {
            StoredItem item = await files.FindItem(agreement, ofItem.Key, cancel) ?? throw new NotThereException($"Item {ofItem.Key}");
            List<LedgerRow> its = await Finals(agreement, ofItem, now, cancel);
            finals.AddRange(its);
            alarms.AddRange(await Alarms(item.Item, its, now, cancel));
            await Tell(writes, item, its, now, cancel);
        }

        foreach (LedgerRow alarm in alarms)
        {
            await postbag.Put(alarm.SentTo!, alarm.Slot!, agreement, alarm.Key, cancel);
            await due.MarkPost(new(alarm.SentTo!, alarm.Slot!), cancel);
        }

        finals.ForEach(writes.Finish);
        writes.Add(alarms.Select(alarm => AgreementRows.Ledger(agreement, alarm)));
        writes.ContinueIfAny(head, finals.Select(Following.Finals.Happening), now);
        return new(writes.Actions, [.. alarms.Select(alarm => new Post(alarm.SentTo!, alarm.Slot!))]);
    }

    /// <summary>The planned ones among them in their final state; what is final already was written by an earlier try.</summary>
    private async Task<List<LedgerRow>> Finals(string agreement, IEnumerable<Outcome> outcomes, Instant now, CancellationToken cancel)
    {
        List<LedgerRow> finals = [];
        foreach (Outcome outcome in outcomes)
        {
            if (await files.FindNotice(agreement, outcome.Key, cancel) is { State: NoticeState.Planned } row)
            {
                finals.Add(row.Become(outcome.State, now, outcome.Why));
            }
        }

        return finals;
    }

    /// <summary>Whoever was told that it is late is remembered (law 14); when it was closed meanwhile, they are told that too.</summary>
    private async Task Tell(Transaction writes, StoredItem item, List<LedgerRow> finals, Instant now, CancellationToken cancel)
    {
        List<string> told = [.. finals.Where(row => row is { State: NoticeState.Sent, Key.Ladder: LadderName.Overdue })
            .Select(row => row.SentTo!).Except(item.Item.ToldLate).Distinct()];
        if (told.Count == 0)
        {
            return;
        }

        if (!item.Item.IsOpen)
        {
            await due.Mark(item.Item.Agreement, item.Item.Id, now, cancel);
        }

        AgreedItem telling = item.Item with
        {
            ToldLate = [.. item.Item.ToldLate, .. told],
            NextAt = item.Item.IsOpen ? item.Item.NextAt : now,
        };

        // Who stood in comes to the item by that, and brings their days.
        List<string> others = [.. told.Except(Contacts.Of(item.Item))];
        await mentions.Put(telling.Agreement, others, cancel);
        writes.Move(item, others.Count == 0 ? telling : (await context.Of(telling, cancel)).Settle(telling));
    }

    /// <summary>A letter that never arrives is somebody's business: the coordinator's, or where it was theirs, the next one's.</summary>
    private async Task<IReadOnlyList<LedgerRow>> Alarms(AgreedItem item, List<LedgerRow> finals, Instant now, CancellationToken cancel)
    {
        List<LedgerRow> failed = [.. finals.Where(row => row.State == NoticeState.Failed)];
        if (failed.Count == 0)
        {
            return [];
        }

        Surroundings around = await context.Of(item, cancel);
        return [.. failed.Select(row => Alarm(row, item, around, now)).OfType<LedgerRow>()];
    }

    private static LedgerRow? Alarm(LedgerRow failed, AgreedItem item, Surroundings around, Instant now)
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
        People.Recipient receiver = around.ReceiverOf(hears, item, now);
        string? what = isAlarm ? failed.Explanation : $"A notice to {failed.SentTo} was refused: {failed.Why}";
        return new(key, Role.Coordinator, now, now, what, NoticeState.Planned, now, null, null, receiver.Person.Id, receiver.Trace, Decision.SlotOf(now));
    }
}
