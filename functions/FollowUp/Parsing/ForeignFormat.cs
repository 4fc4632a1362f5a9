using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Parsing;

/// <summary>What a body is that should have been JSON: people send what they have at hand, and are told what it was.</summary>
internal static partial class ForeignFormat
{
    private const string SaveAsUtf8 = "save it as UTF-8, and send it again";

    /// <summary>A whole sentence; null for what is meant to be JSON, and has a mistake in it.</summary>
    public static string? Of(ReadOnlySpan<byte> body) => OfBytes(body) ?? OfText(body);

    private static string? OfBytes(ReadOnlySpan<byte> body) =>
        body.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "The body is packed with gzip, and does not say so: send it with Content-Encoding: gzip."
        : body.StartsWith("PK\u0003\u0004"u8) ? "The body is an archive or an office document, not JSON."
        : body.StartsWith("%PDF"u8) ? "The body is a PDF, not JSON."
        : IsWide(body) ? $"The body is text in UTF-16, not in UTF-8: {SaveAsUtf8}."
        : Broken(body) is { } at ? $"The body is not text in UTF-8, at {TextPosition.Of(body, at)}: {SaveAsUtf8}."
        : null;

    private static string? OfText(ReadOnlySpan<byte> body)
    {
        // The first line tells, and whole registers need not become a string for it.
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        string begin = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 500)]);
        return begin.Length == 0 ? "The body is empty; JSON is expected."
            : begin[0] is '{' or '[' ? null
            : begin.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || begin.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? "The body is a page (HTML), not JSON."
            : begin[0] == '<' ? "The body is XML, not JSON."
            : begin.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? "The body is a calendar file, not JSON: calendars take it with Content-Type: text/calendar."
            : begin.StartsWith("--", StringComparison.Ordinal) && begin.Contains("content-disposition", StringComparison.OrdinalIgnoreCase) ? "The body is a form with files in it, not JSON: send the file's content alone."
            : Form().IsMatch(begin) ? "The body looks like a form (name=value), not JSON."
            : Table().IsMatch(begin) ? "The body looks like a table (CSV), not JSON."
            : Yaml().IsMatch(begin) ? "The body looks like YAML, not JSON."
            : null;
    }

    /// <summary>JSON begins with a character of ASCII, which has a zero beside it in UTF-16 and UTF-32.</summary>
    private static bool IsWide(ReadOnlySpan<byte> body) =>
        body.Length >= 2 && ((body[0], body[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) || body[0] == 0 || body[1] == 0);

    /// <summary>The first byte that belongs to no character.</summary>
    private static int? Broken(ReadOnlySpan<byte> body)
    {
        for (int at = 0; at < body.Length;)
        {
            if (Rune.DecodeFromUtf8(body[at..], out _, out int taken) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += taken;
        }

        return null;
    }

    [GeneratedRegex(@"^[\w.~%+\[\]-]+=[^\s]*(\s*$|&)", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^(\"[^\"\\r\\n]*\"|[^\"\\r\\n,;\\t]*)[,;\\t]", RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(---\s|[\w-]+:(\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Yaml();
}
