using FollowUp.Following;
using FollowUp.Items;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What a change would do to one item.</summary>
/// <param name="After">The item as it would be.</param>
public sealed record Consequence(AgreedItem Before, AgreedItem After, IReadOnlyList<Difference> Differences);

/// <summary>What was said about an item and will be said as things stand or might stand: the very function that the clock asks.</summary>
public sealed class Forecast(ItemContext context)
{
    /// <summary>The whole timetable of an item, each line still to come with who would really receive it.</summary>
    public async Task<IReadOnlyList<Foreseen>> Of(AgreedItem item, IReadOnlyList<LedgerRow> ledger, Supposition supposed, CancellationToken cancel)
    {
        Surroundings around = await context.Of(item, supposed, cancel);
        return [.. Timetable.For(item, around.Plan, around.Days, around.Contacts, ledger).Select(line => new Foreseen(line, ReceiverOf(line)))];

        // Who had part in it once may have none now; what they were told, the ledger knows.
        Recipient? ReceiverOf(Line line) => line.Row is not null ? null : new Deputies(item, around.Contacts, line.DueAt ?? line.Planned).Of(line);
    }

    /// <param name="supposed">Reference data as it would be.</param>
    /// <param name="after">The item as it would be; itself where only what it refers to changes.</param>
    public async Task<Consequence> Of(ItemFile file, Supposition supposed, AgreedItem after, Instant now, CancellationToken cancel)
    {
        AgreedItem before = file.Item.Item;
        IReadOnlyList<Foreseen> was = await Of(before, file.Ledger, Supposition.None, cancel);
        IReadOnlyList<Foreseen> becomes = await Of(after, file.Ledger, supposed, cancel);

        // What a newer plan would have said before it came is skipped when the item is re-based: nobody gains it.
        HashSet<RungKey> known = [.. was.Select(foreseen => foreseen.Line.Key)];
        bool comesTooLate(Foreseen foreseen) => supposed.IsNewTerms && after.Owner == before.Owner && foreseen.Line.Planned <= now && !known.Contains(foreseen.Line.Key);
        return new(before, after, Difference.Between(was, becomes.Where(foreseen => !comesTooLate(foreseen))));
    }
}
