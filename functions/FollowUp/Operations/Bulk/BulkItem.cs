using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Storage;

namespace FollowUp.Operations.Bulk;

/// <summary>What becomes of an item.</summary>
public enum BulkOutcome
{
    Changed,
    Unchanged,
    Refused,
}

/// <summary>One thing that becomes different, and the verb that does it.</summary>
/// <param name="Was">Ids one after the other, or a date; nothing where it was free.</param>
public sealed record BulkStep(string Field, IReadOnlyList<string> Was, IReadOnlyList<string> Now, RequestedVerb Verb);

/// <summary>An item, and what becomes of it.</summary>
/// <param name="After">The item as it would be written.</param>
/// <param name="Consequence">Who hears what otherwise; null where nothing becomes of it.</param>
/// <param name="Faults">All that speaks against it.</param>
public sealed record BulkItem(
    LoadedItem Known, AgreedItem After, IReadOnlyList<BulkStep> Steps, Consequence? Consequence, IReadOnlyList<Fault> Faults)
{
    public AgreedItem Before => Known.Item.Item;

    public BulkOutcome Outcome => Faults.Count > 0 ? BulkOutcome.Refused
        : Steps.Count > 0 ? BulkOutcome.Changed
        : BulkOutcome.Unchanged;

    /// <summary>Why it is refused; null where it is not.</summary>
    public string? Refusal => Faults.Count > 0 ? Faults[0].Detail : null;

    /// <summary>What was decided about it, so that a preview and what is done can be held against each other.</summary>
    internal object Decided => new
    {
        Before.Id,
        Before.Revision,
        Outcome,
        Steps = Steps.Select(step => new { step.Field, step.Was, step.Now }),
        Faults = Faults.Select(fault => fault.Detail),
    };
}
