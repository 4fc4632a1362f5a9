using System.Globalization;
using System.Text;

namespace FollowUp.Printing;

/// <summary>
/// What can stand on paper and in XML of what people wrote: halves of characters and controls show that something was there.
/// </summary>
internal static class PrintableText
{
    public static string Of(string text) =>
        text.All(letter => letter >= ' ' && letter < '\u007F') ? text : string.Concat(text.EnumerateRunes().Select(Shown));

    private static string Shown(Rune rune) => IsPrintable(rune) ? rune.ToString() : Rune.ReplacementChar.ToString();

    private static bool IsPrintable(Rune rune) => rune.Value is '\n' or '\t'
        || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control
            && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF));
}
