namespace FollowUp.Parsing;

/// <summary>A place in a text as an editor shows it: lines, and characters in the line, both from 1.</summary>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <param name="at">The byte of <paramref name="utf8"/> that is meant, from 0; its length means the end.</param>
    public static TextPosition Of(ReadOnlySpan<byte> utf8, int at)
    {
        ReadOnlySpan<byte> before = utf8[..at];
        int begin = before.LastIndexOf((byte)'\n') + 1;
        int column = 1;
        foreach (byte one in before[begin..])
        {
            // Bytes that go on with a character begin with the bits 10.
            column += (one & 0b1100_0000) == 0b1000_0000 ? 0 : 1;
        }

        return new(before.Count((byte)'\n') + 1, column);
    }

    public override string ToString() => $"line {Line}, column {Column}";
}
