using FollowUp.TableService.Rows;

namespace FollowUp.TableService.Store;

/// <summary>Rows by partition and key. Its account sees to it that one caller at a time is in here.</summary>
internal sealed class Table(string name)
{
    private readonly Sorted<Sorted<Row>> partitions = new();

    public string Name => name;

    /// <summary>What filters over the list of tables look at.</summary>
    public Row Description { get; } = new("", name, [new("TableName", name)], Moments.Earliest);

    public Sorted<Sorted<Row>> Partitions => partitions;

    public Row? Find(string partition, string key) => partitions.Find(partition)?.Find(key);

    /// <summary>What the row would be after the change; nothing is written yet.</summary>
    public Outcome Judge(Change change, DateTime now)
    {
        Row? current = Find(change.Partition, change.Key);
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

    /// <summary>Writes the row, or forgets it where <paramref name="row"/> is null.</summary>
    public void Write(string partition, string key, Row? row)
    {
        Sorted<Row>? rows = partitions.Find(partition);
        if (row is not null)
        {
            if (rows is null)
            {
                partitions.Set(partition, rows = new());
            }

            rows.Set(key, row);
            return;
        }

        rows?.Remove(key);
        if (rows is { Count: 0 })
        {
            partitions.Remove(partition);
        }
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
