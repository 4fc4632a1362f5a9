namespace FollowUp.Tables.Rows;

/// <summary>A row as it was written; a later write makes another one, so that readers need no lock.</summary>
internal sealed class Row
{
    private Property[]? properties;
    private byte[]? written;
    private byte[]? json;
    private string? etag;

    public Row(string partition, string key, Property[] properties, DateTime timestamp)
        : this(partition, key, timestamp) => this.properties = properties;

    /// <summary>A row as it was stored.</summary>
    /// <param name="written">What <see cref="Written"/> was.</param>
    public Row(string partition, string key, byte[] written, DateTime timestamp)
        : this(partition, key, timestamp) => this.written = written;

    private Row(string partition, string key, DateTime timestamp) => (Partition, Key, Timestamp) = (partition, key, timestamp);

    public string Partition { get; }

    public string Key { get; }

    public DateTime Timestamp { get; }

    public string ETag => etag ??= Timestamps.ETag(Timestamp);

    public Property[] Properties => properties ??= RowReader.Read(written).Properties;

    /// <summary>
    /// The row's own properties as a JSON object, exactly as they are answered: most answers copy these bytes without parsing them.
    /// </summary>
    public byte[] Written => written ??= RowWriter.Written(properties);

    /// <summary>The whole row as the inside of a JSON object; most rows are read more often than written.</summary>
    public ReadOnlySpan<byte> Json => json ??= RowWriter.Inside(this);

    /// <summary>Null where the row has no such property.</summary>
    public object? this[string name] => name switch
    {
        "PartitionKey" => Partition,
        "RowKey" => Key,
        "Timestamp" => Timestamp,
        _ => Own(name),
    };

    private object? Own(string name)
    {
        foreach (ref readonly Property property in Properties.AsSpan())
        {
            if (property.Name == name)
            {
                return property.Value;
            }
        }

        return null;
    }
}
