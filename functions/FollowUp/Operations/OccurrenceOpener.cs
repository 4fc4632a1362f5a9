using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>An item whose next occurrence had to be opened.</summary>
/// <param name="Item">It, knowing what became of that.</param>
/// <param name="Next">The occurrence; null where it could not be opened.</param>
internal sealed record OpenedOccurrence(AgreedItem Item, StoredItem? Next);

/// <summary>
/// Opens the next occurrence of an item that comes round, as a new item: with the plan and calendars of today (law 9), for the successors
/// of whoever has left.
/// </summary>
public sealed class OccurrenceOpener(TimetableInputsLoader inputs, SuccessionStore successions)
{
    /// <summary>Null where it is not time yet, or the item does not come round.</summary>
    internal async Task<OpenedOccurrence?> Open(LoadedItem loaded, AgreedItem item, Instant now, CancellationToken cancel)
    {
        if (item.OpensNextAt() is not { } at || at > now)
        {
            return null;
        }

        Recurrence recurrence = item.Recurrence!;
        string id = recurrence.NextId();
        if (WhyNot(loaded.Agreement, id) is { } why)
        {
            return Unopened(why);
        }

        AgreedItem next = item.WithSuccessors(await successions.All(cancel), now)
            .NextOccurrence(id, loaded.Agreement.Agreement, (await inputs.Today(item, cancel)).RevisionsFor(item));
        try
        {
            next = (await inputs.Load(next, cancel)).Settle(next);
        }
        catch (NoWorkingDayException none)
        {
            // Its calendars were rewritten since, and would not be accepted today either (law 18).
            return Unopened(none.Message.TrimEnd('.'));
        }

        return new(item with { Recurrence = recurrence with { Next = new(now, id, null) } },
            new(next, $"{loaded.Item.Fingerprint}-{next.Recurrence!.Number}"));

        OpenedOccurrence Unopened(string why) => new(item with { Recurrence = recurrence with { Next = new(now, null, why) } }, null);
    }

    private static string? WhyNot(StoredAgreement agreement, string id) =>
        agreement.Items.Count >= Limits.Items ? WarningPhrases.AgreementFull.Fill(agreement.Agreement.Id, Limits.Items)
        : agreement.Items.Contains(id) ? WarningPhrases.IdTaken.Fill(id)
        : null;
}
