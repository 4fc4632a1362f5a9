using System.Globalization;
using System.Text;

namespace FollowUp.Changes;

/// <summary>Where somebody stopped reading the log of changes: all that stands before it they have.</summary>
/// <param name="Log">Which log; one that was begun anew gives its numbers out again, and is no continuation.</param>
/// <param name="Line">The line that is read next.</param>
/// <param name="Seq">The first entry of it that they do not have; 0 where that is all of it.</param>
public sealed record ChangeCursor(string Log, long Line, int Seq)
{
    private const int LengthMax = 200;

    /// <summary>Before everything that there is.</summary>
    public static ChangeCursor StartOf(string log) => new(log, 1, 0);

    /// <summary>For addresses; what is in it is nobody's to rely on.</summary>
    public string Format() => Convert.ToHexStringLower(
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Log} {Line} {Seq}")));

    /// <returns>Null for what <see cref="Format"/> never wrote.</returns>
    public static ChangeCursor? Parse(string text) =>
        text.Length is > 0 and <= LengthMax && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower)
        && Encoding.ASCII.GetString(Convert.FromHexString(text)).Split(' ') is [{ Length: > 0 } log, var line, var seq]
        && long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
        && int.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out int entry)
        && new ChangeCursor(log, number, entry) is var cursor && cursor.Format() == text
            ? cursor
            : null;
}
