using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>Whether a change may be made, and what its row would be afterwards; nothing is written yet.</summary>
internal static class Judgement
{
    public static Outcome Of(Change change, Row? current, DateTime now)
    {
        if (Condition(change, current) is { } refusal)
        {
            return new(null, refusal);
        }

        if (change.Deed == Deed.Delete)
        {
            return default;
        }

        Property[] properties = change.Deed == Deed.Merge && current is not null ? Merged(current.Properties, change.Properties) : change.Properties;
        return RowLimits.OfWhole(change.Partition, change.Key, properties) is { } limit
            ? new(null, limit)
            : new(new(change.Partition, change.Key, properties, now), null);
    }

    private static Refusal? Condition(Change change, Row? current) => (change.Deed, change.IfMatch, current) switch
    {
        (Deed.Add, _, not null) => Refusal.EntityAlreadyExists,
        (Deed.Add, _, null) or (_, null, _) => null,
        (_, _, null) => Refusal.ResourceNotFound,
        (_, "*", _) => null,
        _ => change.IfMatch == current.ETag ? null : Refusal.UpdateConditionNotSatisfied,
    };

    private static Property[] Merged(Property[] old, Property[] changes)
    {
        List<Property> merged = [.. old];
        foreach (Property change in changes)
        {
            int index = merged.FindIndex(property => property.Name == change.Name);
            if (index < 0)
            {
                merged.Add(change);
            }
            else
            {
                merged[index] = change;
            }
        }

        return [.. merged];
    }
}
