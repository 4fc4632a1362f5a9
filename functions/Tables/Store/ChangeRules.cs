using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>Azure's rules for one change: its ETag condition, merging, and limits. Says what the row would be; writes nothing.</summary>
internal static class ChangeRules
{
    public static Outcome Evaluate(Change change, Row? current, DateTime now)
    {
        if (Condition(change, current) is { } refusal)
        {
            return new(null, refusal);
        }

        if (change.Kind == WriteKind.Delete)
        {
            return default;
        }

        Property[] properties = change.Kind == WriteKind.Merge && current is not null
            ? Merged(current.Properties, change.Properties)
            : change.Properties;
        return RowLimits.OfWhole(change.Partition, change.Key, properties) is { } limit
            ? new(null, limit)
            : new(new(change.Partition, change.Key, properties, now), null);
    }

    private static Refusal? Condition(Change change, Row? current) => (change.Kind, change.IfMatch, current) switch
    {
        (WriteKind.Add, _, not null) => Refusal.EntityAlreadyExists,
        (WriteKind.Add, _, null) or (_, null, _) => null,
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
