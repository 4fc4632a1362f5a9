using System.Globalization;
using System.Text;
using FollowUp.Faults;

namespace FollowUp.Values;

/// <summary>
/// What people write: names and titles, which are one line of a list, a letter or a file; clauses and reasons, which have lines.
/// </summary>
public static class TextRules
{
    /// <summary>As it is kept: characters in one form (NFC), however a keyboard put them together; lines ended in one way.</summary>
    public static string Normalize(string text, bool isLine) => NormalizeUnicode(isLine ? text : text.ReplaceLineEndings("\n"));

    /// <summary>Two texts that look the same are the same; one that is no Unicode stays as it is.</summary>
    public static string NormalizeUnicode(string text) =>
        FindInvalidCharacter(text) is null ? text.Normalize(NormalizationForm.FormC) : text;

    /// <summary>Whether somebody who says the one has said the other.</summary>
    public static bool IsSame(string one, string other) => NormalizeUnicode(one) == NormalizeUnicode(other);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string kept, bool isLine) =>
        FindInvalidCharacter(kept) is { } none ? TextFaults.NoCharacter.Fill(none)
        : kept.Any(letter => char.IsControl(letter) && (isLine || letter is not ('\n' or '\t'))) ? TextFaults.Control.Text
        : isLine && kept.FirstOrDefault(letter => letter is '\u2028' or '\u2029') is not '\0' and var end
            ? TextFaults.NotOneLine.Fill(Name(end))
        : kept.Trim().Length == 0 ? FieldFaults.Empty.Text
        : !kept.EnumerateRunes().Any(IsVisible) ? TextFaults.Invisible.Text
        : DirectionFault(kept, isLine);

    /// <summary>At most the first <paramref name="length"/> characters of a longer text, without half a character at its end.</summary>
    public static string Truncate(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string? DirectionFault(string kept, bool isLine)
    {
        if (kept.FirstOrDefault(letter => isLine ? TextDirection.IsDirectionMark(letter) : TextDirection.IsOverride(letter))
            is not '\0' and var turn)
        {
            return TextFaults.Turns.Fill(Name(turn));
        }

        return TextDirection.FindUnpaired(kept) is { } mark
            ? TextFaults.TurnsOpen.Fill(Name(mark))
            : null;
    }

    /// <summary>Half a character, or a number that Unicode keeps for itself (U+FFFE and its like); null where there is none.</summary>
    private static string? FindInvalidCharacter(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune))
            {
                return Name(text[at]);
            }

            if ((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF)
            {
                return Name(rune.Value);
            }

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>
    /// Whether there is anything to see of it by itself: blanks and fillers show nothing, and accents need a letter to stand on.
    /// </summary>
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark)
        && rune.Value is not (
            0x115F or 0x1160 or 0x3164 or 0xFFA0 // the fillers of Hangul, which count as letters
            or 0x2800 or 0x1D159 or 0xFFFC // braille without dots, a note without a head, the place of a picture that is not here
            or 0x2065 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF)); // kept free for more of the unseen

    private static string Name(int character) => $"U+{character:X4}";
}
