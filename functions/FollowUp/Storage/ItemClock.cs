using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Notices;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What a look at an item came to.</summary>
/// <param name="NextAt">When to look again; null when nothing more is expected.</param>
/// <param name="Posts">Recipients and slots whose letters carry what was just decided.</param>
/// <param name="Opened">Its next occurrence, which needs a clock of its own; null where none was opened.</param>
/// <param name="Did">Whether anything was written down.</param>
public sealed record Looked(Instant? NextAt, bool IsOpen, IReadOnlyList<Post> Posts, ItemRef? Opened, bool Did)
{
    public static Looked Gone { get; } = new(null, IsOpen: false, [], null, Did: false);
}

/// <summary>
/// Moves one item's clock on: assigns it once nothing holds it back, writes down what is due before anything is sent, opens its
/// next occurrence, and says when to look next.
/// </summary>
public sealed class ItemClock(Commits commits, AgreementFiles files, DueIndex due, Posting posting, ItemContext context, Occurrences occurrences)
{
    /// <summary>A transaction takes 100 rows: each notice is one, each that is final right away a second, in the journal.</summary>
    private const int RowsPerCommit = 45;

    /// <summary>
    /// Idempotent: what is in the ledger is never decided again, so a second look right after finds nothing to do.
    /// </summary>
    public async Task<Looked> Look(string agreement, string item, Instant now, CancellationToken cancel)
    {
        (Looked looked, Instant? marked) = await commits.Run(agreement, () => Decide(agreement, item, now, cancel), cancel);
        if (marked is { } before && (looked.NextAt is not { } next || Keys.DueBefore(before) != Keys.DueBefore(next)))
        {
            await due.Unmark(agreement, item, before, cancel);
        }

        return looked;
    }

    /// <returns>What it came to, and the mark in the index that led here, to be removed after.</returns>
    private async Task<Proposal<(Looked Looked, Instant? Marked)>> Decide(string agreement, string id, Instant now, CancellationToken cancel)
    {
        if (await files.Open(agreement, id, cancel) is not { } file)
        {
            return Proposal<(Looked, Instant?)>.Nothing((Looked.Gone, null));
        }

        AgreedItem before = file.Item.Item;
        AgreedItem item = before.AssignedAt is null ? before.AssignWhenFree(await files.Items(agreement, before.DependsOn, cancel)) : before;
        ComeRound? round = await occurrences.Open(file, item, now, cancel);
        item = round?.Item ?? item;
        Surroundings around = await context.Of(item, cancel);
        Decision decision = Decide(item, around, file.Ledger, now);
        item = around.Settle(item) with { NextAt = new[] { decision.NextAt, item.OpensNextAt() }.Min() };

        // Decided in an earlier try whose letters may not have been started: starting them again is harmless.
        List<Post> posts = [.. file.Ledger.Concat(decision.Rows).Where(row => row.State == NoticeState.Planned).Select(row => new Post(row.SentTo!, row.Slot!)).Distinct()];
        ItemRef? opened = item.Recurrence?.Next?.Item is { } next ? new(agreement, next) : null;
        Looked looked = new(item.NextAt, item.IsOpen, posts, opened, Did: decision.Rows.Count > 0 || item != before);
        if (!looked.Did)
        {
            return Proposal<(Looked, Instant?)>.Nothing((looked, null));
        }

        await PutBefore(item, decision, round?.Next?.Item, cancel);
        return new(Writes(file, item, decision, round?.Next, now), (looked, before.NextAt));
    }

    private static Decision Decide(AgreedItem item, Surroundings around, IReadOnlyList<LedgerRow> ledger, Instant now)
    {
        IReadOnlyList<Line> lines = Timetable.For(item, around.Plan, around.Days, around.Contacts, ledger);
        return Decision.At(now, lines, person => around.ReceiverOf(person, item, now)).Limited(RowsPerCommit, now);
    }

    /// <summary>Indexes are written before what they point to, so that a crash in between leaves too many of them, never too few.</summary>
    private async Task PutBefore(AgreedItem item, Decision decision, AgreedItem? opened, CancellationToken cancel)
    {
        if (item.NextAt is { } next)
        {
            await due.Mark(item.Agreement, item.Id, next, cancel);
        }

        if (opened is not null)
        {
            await due.Mark(opened.Agreement, opened.Id, opened.NextAt!.Value, cancel);
        }

        foreach (LedgerRow row in decision.Rows.Where(row => row.State == NoticeState.Planned))
        {
            await posting.Put(new(row.SentTo!, row.Slot!), item.Agreement, row.Key, cancel);
        }
    }

    private static IReadOnlyList<Azure.Data.Tables.TableTransactionAction> Writes(ItemFile file, AgreedItem item, Decision decision, StoredItem? opened, Instant now)
    {
        List<Happening> happenings = [];
        if (file.Item.Item.AssignedAt is null && item.AssignedAt is not null)
        {
            happenings.Add(Story.OfAssignment(item, by: null));
        }

        if (opened is not null)
        {
            happenings.Add(Story.OfAssignment(opened.Item, by: null));
        }

        StoredAgreement head = opened is null ? file.Agreement : file.Agreement with { Items = [.. file.Agreement.Items, opened.Item.Id] };
        Transaction writes = new(item.Agreement);
        writes.ContinueIfAny(head, happenings.Concat(decision.Rows.Where(row => row.IsFinal).Select(Finals.Happening)), now);
        writes.Move(file.Item, item);
        writes.Add(decision.Rows.Select(row => AgreementRows.Ledger(item.Agreement, row)));
        writes.Add(opened is null ? [] : [AgreementRows.Item(opened)]);
        return writes.Actions;
    }
}
