namespace FollowUp.Tables.Rows;

/// <summary>
/// One property of a row. The value's .NET type is its type: string, int, long, double, bool, DateTime (UTC), Guid or byte[].
/// </summary>
internal readonly record struct Property(string Name, object Value)
{
    /// <summary>What Azure counts for it: documented as 8 bytes, the name in UTF-16, and the value.</summary>
    public int Size => 8 + (2 * Name.Length) + SizeOf(Value);

    private static int SizeOf(object value) => value switch
    {
        string text => (2 * text.Length) + 4,
        byte[] bytes => bytes.Length + 4,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };
}
