namespace FollowUp.Tables.Http;

/// <summary>What an address names: "/account/Table(PartitionKey='p',RowKey='r')", "/account/Tables('Table')", "/account/$batch".</summary>
/// <param name="Resource">A table, or <see cref="Tables"/> or <see cref="Batch"/>.</param>
/// <param name="Named">The table that is meant under <see cref="Tables"/>.</param>
internal readonly record struct ResourceAddress(string Resource, string? Named, string? Partition, string? Key)
{
    public const string Tables = nameof(Tables);
    public const string Batch = "$batch";

    private const string BeforePartition = "PartitionKey='";
    private const string BeforeKey = "',RowKey='";

    public static ResourceAddress Parse(ReadOnlySpan<char> path)
    {
        int open = path.IndexOf('(');
        ReadOnlySpan<char> before = open < 0 ? path : path[..open];
        string resource = before[(before.LastIndexOf('/') + 1)..].ToString();
        ReadOnlySpan<char> inside = open < 0 ? [] : path[(open + 1)..].TrimEnd(')');
        if (inside.IsEmpty)
        {
            return new(resource, null, null, null);
        }

        int middle = inside.IndexOf(BeforeKey);
        if (inside.StartsWith(BeforePartition) && middle > 0 && inside.EndsWith("'"))
        {
            return new(resource, null, Unquoted(inside[BeforePartition.Length..middle]), Unquoted(inside[(middle + BeforeKey.Length)..^1]));
        }

        return inside is ['\'', .. var name, '\'']
            ? new(resource, Unquoted(name), null, null)
            : throw new RefusedException(Refusal.InvalidInput);
    }

    /// <summary>The path of an absolute address, as it stands in a batch.</summary>
    public static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> uri)
    {
        int host = uri.IndexOf("://");
        int query = uri.IndexOf('?');
        return uri[(host < 0 ? 0 : host + 3)..(query < 0 ? uri.Length : query)];
    }

    private static string Unquoted(ReadOnlySpan<char> text)
    {
        string plain = text.Contains('%') ? Uri.UnescapeDataString(text) : text.ToString();
        return plain.Contains('\'', StringComparison.Ordinal) ? plain.Replace("''", "'", StringComparison.Ordinal) : plain;
    }
}
