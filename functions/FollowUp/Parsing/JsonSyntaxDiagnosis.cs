using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FollowUp.Parsing;

/// <summary>Reads broken JSON a second time, to tell its author where the mistake is and what would be right.</summary>
internal static class JsonSyntaxDiagnosis
{
    /// <summary>As deep as the JSON library reads; no body that is taken is nested this deep.</summary>
    private const int MaxDepth = 64;

    private const int MaxWord = 20;

    private const string NumberForm = "a number is written like 7, -7 or 0.5";

    public static MalformedBodyException Diagnose(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        JsonPointerTracker tracker = new();
        try
        {
            while (reader.Read())
            {
                if (tracker.Advance(ref reader))
                {
                    return Repeated(tracker.Pointer, TextPosition.Of(utf8, (int)reader.TokenStartIndex));
                }
            }

            return new("The body is not valid JSON.");
        }
        catch (InvalidOperationException)
        {
            return HalfCharacter(tracker.Pointer, TextPosition.Of(utf8, (int)reader.TokenStartIndex));
        }
        catch (JsonException broken)
        {
            return Invalid(utf8, PositionOf(utf8, broken), tracker, reader.TokenType);
        }
    }

    private static MalformedBodyException Invalid(ReadOnlySpan<byte> utf8, int at, JsonPointerTracker tracker, JsonTokenType last)
    {
        string why = utf8[at..].Trim(" \t\r\n"u8).IsEmpty ? CutOff(utf8, tracker) : Explain(utf8, at, tracker, last);
        return new($"The body is not valid JSON, at {TextPosition.Of(utf8, at)}: {why}.");
    }

    private static string CutOff(ReadOnlySpan<byte> utf8, JsonPointerTracker tracker) => tracker.OpenBracket is { } open
        ? $"it breaks off, and the {(char)utf8[open]} at {TextPosition.Of(utf8, open)} is not closed"
        : "it breaks off";

    private static MalformedBodyException Repeated(string pointer, TextPosition second) =>
        new($"The body says {pointer} twice, the second time at {second}; once is taken.", pointer);

    private static MalformedBodyException HalfCharacter(string pointer, TextPosition at) =>
        new($"The body holds half a character (a lone \\ud800 to \\udfff) at {at}.", pointer);

    private static int PositionOf(ReadOnlySpan<byte> utf8, JsonException broken)
    {
        int begin = 0;
        for (long line = broken.LineNumber ?? 0; line > 0; line--)
        {
            begin += utf8[begin..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(begin + (broken.BytePositionInLine ?? 0), utf8.Length);
    }

    private static string Explain(ReadOnlySpan<byte> utf8, int at, JsonPointerTracker tracker, JsonTokenType last)
    {
        _ = Rune.DecodeFromUtf8(utf8[at..], out Rune found, out _);
        char before = LastBefore(utf8, at);
        return (char)found.Value switch
        {
            '{' or '[' when tracker.Depth == MaxDepth => $"it is nested more than {MaxDepth} levels deep",
            _ when tracker.Depth == 0 && last is not JsonTokenType.None && before is not '\\' =>
                "the body goes on after its end; one value is taken",
            '}' or ']' when before == ',' => $"a comma stands before the closing {found}, and nothing after it",
            '\'' or '“' or '”' or '«' or '‘' or '’' or '`' => "names and texts stand in straight double quotes, \"like this\"",
            '/' or '#' => "comments are not taken",
            '，' or '；' or '：' or '｛' or '｝' or '［' or '］' => $"{found} is a full-width mark; JSON is written with , : {{ }} [ ] and \"",
            _ when InvisibleCharacter(found) is { } unseen => unseen,
            < ' ' => "a text holds an end of line or a control character; write \\n for a new line",
            _ when IsInEscape(utf8[..at]) =>
                "after a backslash comes one of \" \\ / b f n r t, or u with four hexadecimal digits; a backslash itself is written twice",
            _ => ExplainCharacter(utf8, at, found, tracker, last),
        };
    }

    /// <summary>A character that shows nothing is told by its number; text copied from pages and editors has such in it.</summary>
    private static string? InvisibleCharacter(Rune found) =>
        found.Value == 0xFEFF ? "a byte order mark (U+FEFF) stands there; leave it out"
        : found.Value is 0 or 0x7F || (found.Value > 0x7F && IsInvisible(Rune.GetUnicodeCategory(found)))
            ? $"a character that nobody sees (U+{found.Value:X4}) stands there; leave it out, or put a plain space in its place"
        : null;

    private static bool IsInvisible(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string ExplainCharacter(ReadOnlySpan<byte> utf8, int at, Rune found, JsonPointerTracker tracker, JsonTokenType last)
    {
        char before = LastBefore(utf8, at);
        return (char)found.Value switch
        {
            ';' => "fields and members are parted by a comma, not by ;",
            '=' => "a colon stands between a name and its value, not =",
            ',' => "a name or a value is missing before the comma",
            '}' or ']' when before == ':' => "a value is missing before it",
            not ('}' or ']') when IsInNumber(utf8, at) => NumberForm,
            _ when IsName(utf8[..at], tracker) => "a colon is missing before it",
            _ when WordAt(utf8, at) is { Length: > 0 } word => ExplainWord(word, tracker.IsInObject && last != JsonTokenType.PropertyName),
            '}' or ']' => before is '.' or '-' or '+' ? NumberForm : $"{found} closes what is not open",
            '+' or '.' => NumberForm,
            '"' or '{' or '[' or (>= '0' and <= '9') => MissingToken(utf8[..at], tracker),
            _ => $"{found} is not expected",
        };
    }

    private static string MissingToken(ReadOnlySpan<byte> before, JsonPointerTracker tracker) =>
        tracker.IsInObject && LastBefore(before, before.Length) is '{' or ','
            ? "names stand in double quotes"
            : "a comma is missing before it";

    /// <summary>Whether a text that is a name ends here: it comes first in its object, or after a comma.</summary>
    private static bool IsName(ReadOnlySpan<byte> before, JsonPointerTracker tracker)
    {
        before = before.TrimEnd(" \t\r\n"u8);
        return tracker.IsInObject && before is [.., (byte)'"']
            && before[..^1].LastIndexOf((byte)'"') is var begin and >= 0
            && LastBefore(before, begin) is '{' or ',';
    }

    private static string ExplainWord(string word, bool isName) => word.ToUpperInvariant() switch
    {
        _ when isName => $"names stand in double quotes, like \"{word}\"",
        "TRUE" or "FALSE" or "NULL" => $"{word} is written in small letters",
        "NAN" or "INFINITY" or "UNDEFINED" or "NONE" or "NIL" => $"{word} is no value; write null, or leave the field out",
        _ => $"{word} is no value; texts stand in double quotes, like \"{word}\"",
    };

    private static bool IsInNumber(ReadOnlySpan<byte> utf8, int at) =>
        at > 0 && (char.IsAsciiDigit((char)utf8[at - 1]) || utf8[at - 1] is (byte)'.' or (byte)'-' or (byte)'+');

    /// <summary>The word in which the mistake is, from its beginning; nothing where it is a good one.</summary>
    private static string WordAt(ReadOnlySpan<byte> utf8, int at)
    {
        int begin = at;
        while (begin > 0 && char.IsAsciiLetter((char)utf8[begin - 1]))
        {
            begin--;
        }

        string text = Encoding.UTF8.GetString(utf8[begin..Math.Min(utf8.Length, begin + (4 * MaxWord))]);
        string word = new([.. text.TakeWhile(char.IsLetter).Take(MaxWord)]);
        return word is "true" or "false" or "null" ? "" : word;
    }

    private static char LastBefore(ReadOnlySpan<byte> utf8, int at) =>
        utf8[..at].TrimEnd(" \t\r\n"u8) is [.., var last] ? (char)last : '\0';

    /// <summary>Whether a text ends within what a backslash begins.</summary>
    private static bool IsInEscape(ReadOnlySpan<byte> before) =>
        before is [.., (byte)'\\'] || (before[Math.Max(0, before.Length - 5)..] is var end && end.LastIndexOf("\\u"u8) >= 0);
}
