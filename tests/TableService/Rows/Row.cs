namespace FollowUp.TableService.Rows;

/// <summary>A row as it was written; a later write makes another one, so that readers need no lock.</summary>
internal sealed class Row(string partition, string key, Property[] properties, DateTime timestamp)
{
    private byte[]? json;

    public string Partition => partition;

    public string Key => key;

    public Property[] Properties => properties;

    public DateTime Timestamp => timestamp;

    public string ETag { get; } = Moments.ETag(timestamp);

    /// <summary>The whole row as the inside of a JSON object; most rows are read more often than written.</summary>
    public ReadOnlySpan<byte> Json => json ??= RowWriter.Inside(this);

    /// <summary>Null where the row has no such property.</summary>
    public object? this[string name] => name switch
    {
        "PartitionKey" => partition,
        "RowKey" => key,
        "Timestamp" => timestamp,
        _ => Own(name),
    };

    private object? Own(string name)
    {
        foreach (ref readonly Property property in properties.AsSpan())
        {
            if (property.Name == name)
            {
                return property.Value;
            }
        }

        return null;
    }
}
