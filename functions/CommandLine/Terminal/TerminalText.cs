using System.Globalization;
using System.Text;

namespace FollowUp.CommandLine.Terminal;

/// <summary>
/// Makes texts of others inert for a terminal: what would move its cursor, change its colours, its title or its clipboard, or turn the
/// direction of reading, becomes a sign that can be seen.
/// </summary>
internal static class TerminalText
{
    private const char Replaced = '\uFFFD';

    /// <summary>Control pictures stand for the control characters of ASCII, in their order.</summary>
    private const int Pictures = 0x2400;

    private const int Delete = 0x7F;
    private const int DeletePicture = 0x2421;

    /// <summary>Between letters of Persian and of emoji they are spelling.</summary>
    private static readonly int[] Joiners = [0x200C, 0x200D];

    /// <summary>On one line.</summary>
    public static string Inert(string? text) => Inert(text, isOneLine: true);

    /// <summary>With its lines as they are.</summary>
    public static string InertLines(string? text) => Inert(text, isOneLine: false);

    private static string Inert(string? text, bool isOneLine)
    {
        StringBuilder shown = new();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            _ = rune.Value is '\n' or '\t' ? shown.Append(isOneLine ? ' ' : (char)rune.Value) : Append(shown, rune);
        }

        return shown.ToString();
    }

    private static StringBuilder Append(StringBuilder shown, Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control when rune.Value < ' ' => shown.Append((char)(Pictures + rune.Value)),
        UnicodeCategory.Control when rune.Value == Delete => shown.Append((char)DeletePicture),
        UnicodeCategory.Format when Joiners.Contains(rune.Value) => shown.Append(rune.ToString()),
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => shown.Append(Replaced),
        _ => shown.Append(rune.ToString()),
    };
}
