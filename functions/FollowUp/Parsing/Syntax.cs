using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FollowUp.Parsing;

/// <summary>Reads JSON that could not be read once more, to tell its author where the mistake is and what would be right.</summary>
internal static class Syntax
{
    /// <summary>As deep as JSON is read; nothing that is taken comes near it.</summary>
    private const int DepthMax = 64;

    private const int WordMax = 20;

    private const string Number = "a number is written like 7, -7 or 0.5";

    public static MalformedException Mistake(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = DepthMax });
        Trail trail = new();
        try
        {
            while (reader.Read())
            {
                if (trail.Repeats(ref reader))
                {
                    string at = TextPosition.Of(utf8, (int)reader.TokenStartIndex).ToString();
                    return new($"The body says {trail.Pointer} twice, the second time at {at}; once is taken.", trail.Pointer);
                }
            }
        }
        catch (InvalidOperationException)
        {
            string at = TextPosition.Of(utf8, (int)reader.TokenStartIndex).ToString();
            return new($"The body holds half a character (a lone \\ud800 to \\udfff) at {at}.", trail.Pointer);
        }
        catch (JsonException broken)
        {
            int at = IndexOf(utf8, broken);
            return new($"The body is not valid JSON, at {TextPosition.Of(utf8, at)}: {Words(utf8, at, trail, reader.TokenType)}.");
        }

        return new("The body is not valid JSON.");
    }

    private static int IndexOf(ReadOnlySpan<byte> utf8, JsonException broken)
    {
        int begin = 0;
        for (long line = broken.LineNumber ?? 0; line > 0; line--)
        {
            begin += utf8[begin..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(begin + (broken.BytePositionInLine ?? 0), utf8.Length);
    }

    private static string Words(ReadOnlySpan<byte> utf8, int at, Trail trail, JsonTokenType last)
    {
        if (utf8[at..].Trim(" \t\r\n"u8).Length == 0)
        {
            return trail.Open is { } open ? $"it breaks off, and the {(char)utf8[open]} at {TextPosition.Of(utf8, open)} is not closed" : "it breaks off";
        }

        _ = Rune.DecodeFromUtf8(utf8[at..], out Rune found, out _);
        char before = Before(utf8, at);
        return (char)found.Value switch
        {
            '{' or '[' when trail.Depth == DepthMax => $"it is nested more than {DepthMax} levels deep",
            _ when trail.Depth == 0 && last is not JsonTokenType.None && before is not '\\' => "the body goes on after its end; one value is taken",
            '}' or ']' when before == ',' => $"a comma stands before the closing {found}, and nothing after it",
            '\'' or '“' or '”' or '«' or '‘' or '’' or '`' => "names and texts stand in straight double quotes, \"like this\"",
            '/' or '#' => "comments are not taken",
            '，' or '；' or '：' or '｛' or '｝' or '［' or '］' => $"{found} is a full-width mark; JSON is written with , : {{ }} [ ] and \"",
            _ when Unseen(found) is { } unseen => unseen,
            < ' ' => "a text holds an end of line or a control character; write \\n for a new line",
            _ when IsEscape(utf8[..at]) =>
                "after a backslash comes one of \" \\ / b f n r t, or u with four hexadecimal digits; a backslash itself is written twice",
            _ => OfMark(utf8, at, found, trail, last),
        };
    }

    /// <summary>What shows nothing where it stands is told by its number: pages and editors leave such marks behind when text is copied.</summary>
    private static string? Unseen(Rune found) =>
        found.Value == 0xFEFF ? "a byte order mark (U+FEFF) stands there; leave it out"
        : found.Value is 0 or 0x7F || (found.Value > 0x7F && Rune.GetUnicodeCategory(found) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            ? $"a character that nobody sees (U+{found.Value:X4}) stands there; leave it out, or put a plain space in its place"
        : null;

    private static string OfMark(ReadOnlySpan<byte> utf8, int at, Rune found, Trail trail, JsonTokenType last)
    {
        char before = Before(utf8, at);
        return (char)found.Value switch
        {
            ';' => "fields and members are parted by a comma, not by ;",
            '=' => "a colon stands between a name and its value, not =",
            ',' => "a name or a value is missing before the comma",
            '}' or ']' when before == ':' => "a value is missing before it",
            not ('}' or ']') when IsInNumber(utf8, at) => Number,
            _ when IsName(utf8[..at], trail) => "a colon is missing before it",
            _ when Word(utf8, at) is { Length: > 0 } word => OfWord(word, trail.IsInObject && last != JsonTokenType.PropertyName),
            '}' or ']' => before is '.' or '-' or '+' ? Number : $"{found} closes what is not open",
            '+' or '.' => Number,
            '"' or '{' or '[' or (>= '0' and <= '9') => Missing(utf8[..at], trail),
            _ => $"{found} is not expected",
        };
    }

    private static string Missing(ReadOnlySpan<byte> before, Trail trail) =>
        trail.IsInObject && Before(before, before.Length) is '{' or ',' ? "names stand in double quotes" : "a comma is missing before it";

    /// <summary>Whether a text that is a name ends here: it comes first in its object, or after a comma.</summary>
    private static bool IsName(ReadOnlySpan<byte> before, Trail trail)
    {
        before = before.TrimEnd(" \t\r\n"u8);
        return trail.IsInObject && before is [.., (byte)'"'] && before[..^1].LastIndexOf((byte)'"') is var begin and >= 0 && Before(before, begin) is '{' or ',';
    }

    private static string OfWord(string word, bool isName) => word.ToUpperInvariant() switch
    {
        _ when isName => $"names stand in double quotes, like \"{word}\"",
        "TRUE" or "FALSE" or "NULL" => $"{word} is written in small letters",
        "NAN" or "INFINITY" or "UNDEFINED" or "NONE" or "NIL" => $"{word} is no value; write null, or leave the field out",
        _ => $"{word} is no value; texts stand in double quotes, like \"{word}\"",
    };

    private static bool IsInNumber(ReadOnlySpan<byte> utf8, int at) =>
        at > 0 && (char.IsAsciiDigit((char)utf8[at - 1]) || utf8[at - 1] is (byte)'.' or (byte)'-' or (byte)'+');

    /// <summary>The word in which the mistake is, from its beginning; nothing where it is a good one.</summary>
    private static string Word(ReadOnlySpan<byte> utf8, int at)
    {
        int begin = at;
        while (begin > 0 && char.IsAsciiLetter((char)utf8[begin - 1]))
        {
            begin--;
        }

        string text = Encoding.UTF8.GetString(utf8[begin..Math.Min(utf8.Length, begin + (4 * WordMax))]);
        string word = new([.. text.TakeWhile(char.IsLetter).Take(WordMax)]);
        return word is "true" or "false" or "null" ? "" : word;
    }

    private static char Before(ReadOnlySpan<byte> utf8, int at) => utf8[..at].TrimEnd(" \t\r\n"u8) is [.., var last] ? (char)last : '\0';

    /// <summary>Whether a text ends within what a backslash begins.</summary>
    private static bool IsEscape(ReadOnlySpan<byte> before) =>
        before is [.., (byte)'\\'] || (before[Math.Max(0, before.Length - 5)..] is var end && end.LastIndexOf("\\u"u8) >= 0);
}
