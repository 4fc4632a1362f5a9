using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations.Sheets;

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    New,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>One thing that a row changes of an item that is there, and the verb that does it.</summary>
/// <param name="Field">A word of <see cref="SheetColumns"/>.</param>
public sealed record RowChange(string Field, string? Was, string Now, RequestedVerb Verb);

/// <summary>How much is said about an item, and when.</summary>
/// <param name="Notices">That were sent, or are still to come.</param>
/// <param name="NextAt">Null where nothing is left to say.</param>
public sealed record RowTimetable(int Notices, Instant? FirstAt, Instant? NextAt);

/// <summary>A row, and what it becomes.</summary>
/// <param name="Draft">What it describes; not to be used where it is refused.</param>
/// <param name="Known">The item that is there; null for a new one.</param>
/// <param name="After">The item as it would be; null where it is refused.</param>
/// <param name="Faults">All that is wrong with it.</param>
public sealed record ImportRow(
    SheetRow Row, ItemDraft Draft, LoadedItem? Known, AgreedItem? After, IReadOnlyList<RowChange> Changes, IReadOnlyList<Fault> Faults)
{
    public RowTimetable? Timetable { get; init; }

    public RowOutcome Outcome => Faults.Count > 0 || After is null ? RowOutcome.Refused
        : Known is null ? RowOutcome.New
        : Changes.Count > 0 ? RowOutcome.Changed
        : RowOutcome.Unchanged;

    /// <summary>What was decided about it, so that a preview and what is done can be held against each other.</summary>
    internal object Decided => new
    {
        Outcome,
        Draft.Id,
        Draft.Fingerprint,
        Revision = Known?.Item.Item.Revision,
        Changes = Changes.Select(change => new { change.Field, change.Was, change.Now }),
        Frozen = Known is null ? After?.FrozenCalendars.Append(After.Plan) : null,
    };
}
