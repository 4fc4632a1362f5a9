using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Faults;

namespace FollowUp.Parsing;

/// <summary>Recognises a body that is not meant to be JSON at all, so that its sender is told what they sent.</summary>
internal static partial class ContentSniffer
{
    /// <summary>The first line is enough, so no whole register becomes a string here.</summary>
    private const int MaxSniffed = 500;

    /// <summary>A whole sentence; null for what is meant to be JSON, and has a mistake in it.</summary>
    public static string? Describe(ReadOnlySpan<byte> body) => DescribeBytes(body) ?? DescribeText(body);

    /// <summary>Whether it begins with gzip's magic number (RFC 1952, 2.3.1).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> body) => body.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    private static string? DescribeBytes(ReadOnlySpan<byte> body) =>
        IsGzip(body)
            ? "The body is packed with gzip, and does not say so: send it with Content-Encoding: gzip."
        : body.StartsWith("PK\u0003\u0004"u8) ? BodyFaults.Office.Text
        : body.StartsWith("%PDF"u8) ? BodyFaults.Pdf.Text
        : IsUtf16(body) ? BodyFaults.Utf16.Text
        : FirstInvalidByte(body) is { } at ? BodyFaults.NotUtf8.Fill($"{TextPosition.Of(body, at)}")
        : null;

    private static string? DescribeText(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        string begin = Encoding.UTF8.GetString(text[..Math.Min(text.Length, MaxSniffed)]);
        return begin.Length == 0 ? BodyFaults.Empty.Text
            : begin[0] is '{' or '[' ? null
            : IsAtStart(begin, "<!doctype html") || IsAtStart(begin, "<html") ? BodyFaults.Page.Text
            : begin[0] == '<' ? BodyFaults.Xml.Text
            : IsAtStart(begin, "BEGIN:VCALENDAR") ? BodyFaults.Calendar.Text
            : IsAtStart(begin, "--") && begin.Contains("content-disposition", StringComparison.OrdinalIgnoreCase)
                ? "The body is a form with files in it, not JSON: send the file's content alone."
            : FormPattern().IsMatch(begin) ? "The body looks like a form (name=value), not JSON."
            : TablePattern().IsMatch(begin) ? BodyFaults.Table.Text
            : YamlPattern().IsMatch(begin) ? BodyFaults.Yaml.Text
            : null;
    }

    private static bool IsAtStart(string begin, string mark) => begin.StartsWith(mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>JSON begins with a character of ASCII, which has a zero beside it in UTF-16 and UTF-32.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> body) =>
        body.Length >= 2 && ((body[0], body[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) || body[0] == 0 || body[1] == 0);

    /// <summary>The first byte that belongs to no character.</summary>
    private static int? FirstInvalidByte(ReadOnlySpan<byte> body)
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
    private static partial Regex FormPattern();

    [GeneratedRegex("^(\"[^\"\\r\\n]*\"|[^\"\\r\\n,;\\t]*)[,;\\t]", RegexOptions.CultureInvariant)]
    private static partial Regex TablePattern();

    [GeneratedRegex(@"^(---\s|[\w-]+:(\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex YamlPattern();
}
