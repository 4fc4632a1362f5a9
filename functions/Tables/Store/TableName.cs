using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>What tables can be called: a letter, then letters and digits, 3 to 63 in all.</summary>
internal static class TableName
{
    public static string Read(ReadOnlySpan<byte> body)
    {
        string name = RowReader.Read(body).Properties is [{ Name: nameof(TableName), Value: string text }]
            ? text
            : throw new RefusedException(Refusal.PropertiesNeedValue);
        if (name.Length is < 3 or > 63)
        {
            throw new RefusedException(Refusal.OutOfRangeInput);
        }

        bool isPlain = char.IsAsciiLetter(name[0])
            && name.All(char.IsAsciiLetterOrDigit)
            && !name.Equals("tables", StringComparison.OrdinalIgnoreCase);
        return isPlain ? name : throw new RefusedException(Refusal.InvalidResourceName);
    }
}
