using System.Text;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Unfolds the bytes of a file into lines (RFC 5545, 3.1). Any line ending is taken.</summary>
internal static class LineUnfolder
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="CalendarFileException">It is no text in UTF-8, nor in UTF-16 with a byte order mark.</exception>
    public static List<UnfoldedLine> Unfold(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> text = ToUtf8(file);
        List<UnfoldedLine> lines = [];
        List<byte> line = [];
        int begins = 1;
        for (int number = 1; !text.IsEmpty; number++)
        {
            ReadOnlySpan<byte> raw = TakeLine(ref text);
            if (number > 1 && raw is [(byte)' ' or (byte)'\t', ..])
            {
                // Folds count bytes: one may lie inside a character, so bytes are joined before they become text.
                line.AddRange(raw[1..]);
                continue;
            }

            Add(lines, begins, line);
            begins = number;
            line.AddRange(raw);
        }

        Add(lines, begins, line);
        return lines;
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + (text[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        return line;
    }

    private static void Add(List<UnfoldedLine> lines, int number, List<byte> line)
    {
        string text;
        try
        {
            // One Unicode form, so that what looks the same is the same.
            text = Utf8.GetString([.. line]).TrimStart(ByteOrderMark).Normalize(NormalizationForm.FormC);
        }
        catch (DecoderFallbackException)
        {
            throw new CalendarFileException($"is not UTF-8 in line {number}; save it as UTF-8");
        }
        catch (ArgumentException)
        {
            throw new CalendarFileException($"holds in line {number} a character that Unicode does not have");
        }

        line.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            lines.Add(new(number, text));
        }
    }

    private static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> file)
    {
        Encoding? wide = file switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new CalendarFileException("is written in UTF-32; save it as UTF-8"),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            [0, ..] or [_, 0, ..] => throw new CalendarFileException("is written in UTF-16 without a byte order mark; save it as UTF-8"),
            _ => null,
        };
        try
        {
            return wide is null ? file : Utf8.GetBytes(wide.GetString(file));
        }
        catch (DecoderFallbackException)
        {
            throw new CalendarFileException("begins with the byte order mark of UTF-16, and is not UTF-16; save it as UTF-8");
        }
    }
}
