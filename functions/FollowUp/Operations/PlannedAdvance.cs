using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>An item to be advanced, and the moment that this counts for.</summary>
internal sealed record AdvanceRequest(string Item, Instant Now);

/// <summary>What advancing one item comes to: how it stands after it, and what is to be written for that.</summary>
/// <param name="Loaded">What was decided on; null where there is no such item.</param>
/// <param name="Opened">Its next occurrence.</param>
/// <param name="SettledAfter">See <see cref="StoredItem.SettledAfter"/>.</param>
internal sealed record PlannedAdvance(
    AdvanceRequest Request, AdvanceResult Result, LoadedItem? Loaded, AgreedItem? Item, Decision? Decision, StoredItem? Opened,
    string? SettledAfter)
{
    /// <summary>There is no such item.</summary>
    public static PlannedAdvance None(AdvanceRequest request) => new(request, AdvanceResult.Gone, null, null, null, null, null);

    /// <summary>Whether something of the item was left out, since its row is full.</summary>
    public bool IsCut { get; init; }

    public AgreedItem Before => Loaded!.Item.Item;

    /// <summary>The agreement, with the item that was opened.</summary>
    public StoredAgreement Head =>
        Opened is null ? Loaded!.Agreement : Loaded!.Agreement with { Items = [.. Loaded.Agreement.Items, Opened.Item.Id] };

    /// <summary>What the journal says of it.</summary>
    public IEnumerable<(Instant At, JournalEvent What)> TimedEvents => Events().Select(what => (Request.Now, what));

    /// <summary>Rows of a transaction: the item, its notices, and what the journal says of it; the head comes on top.</summary>
    public int Rows => Result.HasWrites ? 1 + (Opened is null ? 0 : 1) + Decision!.Rows.Count + Events().Count() : 0;

    /// <summary>To another minute than the one that led here.</summary>
    public bool HasMovedOn =>
        Before.NextAt is { } before && (Result.NextAt is not { } next || Slot.FromInstant(before) != Slot.FromInstant(next));

    private IEnumerable<JournalEvent> Events()
    {
        if (Before.AssignedAt is null && Item!.AssignedAt is not null)
        {
            yield return JournalText.OfAssignment(Item, by: null);
        }

        if (Opened is not null)
        {
            yield return JournalText.OfAssignment(Opened.Item, by: null);
        }

        foreach (LedgerRow row in Decision!.Rows.Where(row => row.IsFinal))
        {
            yield return NoticeJournal.EventOf(row);
        }
    }
}
