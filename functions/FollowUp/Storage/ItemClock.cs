using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Notices;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What a look at an item came to.</summary>
/// <param name="NextAt">When to look again; null when nothing more is expected.</param>
/// <param name="Posts">Recipients and slots whose letters carry what was just decided.</param>
public sealed record Looked(Instant? NextAt, bool IsOpen, IReadOnlyList<Post> Posts)
{
    public static Looked Gone { get; } = new(null, IsOpen: false, []);
}

/// <summary>Moves one item's clock on: writes down what is due before anything is sent, and when to look next.</summary>
public sealed class ItemClock(Commits commits, AgreementFiles files, DueIndex due, Postbag postbag, ItemContext context)
{
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

        AgreedItem item = file.Item.Item;
        Surroundings around = await context.Of(item, cancel);
        IReadOnlyList<Line> lines = Timetable.For(item, around.Plan, around.Days, around.Contacts, file.Ledger);
        Decision decision = Decision.At(now, lines, person => around.ReceiverOf(person, item, now)).Limited(RowsPerCommit, now);

        // Decided in an earlier try whose letters may not have been started: starting them again is harmless.
        List<Post> posts = [.. file.Ledger.Concat(decision.Rows).Where(row => row.State == NoticeState.Planned).Select(row => new Post(row.SentTo!, row.Slot!)).Distinct()];
        Looked looked = new(decision.NextAt, item.IsOpen, posts);
        if (decision.Rows.Count == 0 && decision.NextAt == item.NextAt)
        {
            return Proposal<(Looked, Instant?)>.Nothing((looked, null));
        }

        await PutBefore(agreement, id, decision, cancel);
        Transaction writes = new(agreement);
        writes.ContinueIfAny(file.Agreement, decision.Rows.Where(row => row.IsFinal).Select(Finals.Happening), now);
        writes.Move(file.Item, item with { NextAt = decision.NextAt });
        writes.Add(decision.Rows.Select(row => AgreementRows.Ledger(agreement, row)));
        return new(writes.Actions, (looked, item.NextAt));
    }

    /// <summary>A transaction takes 100 rows: each notice is one, each that is final right away a second, in the journal.</summary>
    private const int RowsPerCommit = 45;

    /// <summary>Indexes are written before what they point to, so that a crash in between leaves too many of them, never too few.</summary>
    private async Task PutBefore(string agreement, string item, Decision decision, CancellationToken cancel)
    {
        if (decision.NextAt is { } next)
        {
            await due.Mark(agreement, item, next, cancel);
        }

        foreach (LedgerRow row in decision.Rows.Where(row => row.State == NoticeState.Planned))
        {
            await postbag.Put(row.SentTo!, row.Slot!, agreement, row.Key, cancel);
            await due.MarkPost(new(row.SentTo!, row.Slot!), cancel);
        }
    }
}
