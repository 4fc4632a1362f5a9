using System.Text;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>One line of a file after unfolding, and the number of the line in the file where it begins.</summary>
internal readonly record struct TextLine(int Number, string Text);

/// <summary>The bytes of a file as lines (RFC 5545, 3.1). Lines end as any program ends them.</summary>
internal static class FileText
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="UnfollowedException">It is no text in UTF-8, nor in UTF-16 with a byte order mark.</exception>
    public static List<TextLine> Lines(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> text = InUtf8(file);
        List<TextLine> lines = [];
        List<byte> line = [];
        int number = 1;
        int begins = 1;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] is not ((byte)'\r' or (byte)'\n'))
            {
                line.Add(text[at++]);
                continue;
            }

            at += text[at..].StartsWith("\r\n"u8) ? 2 : 1;
            number++;
            if (at < text.Length && text[at] is (byte)' ' or (byte)'\t')
            {
                // Folds count bytes: one may lie inside a character, which is whole only after the unfolding.
                at++;
                continue;
            }

            Add(lines, begins, line);
            begins = number;
        }

        Add(lines, begins, line);
        return lines;
    }

    private static void Add(List<TextLine> lines, int number, List<byte> line)
    {
        string text;
        try
        {
            // One Unicode form, so that what looks the same is the same.
            text = Utf8.GetString([.. line]).TrimStart(ByteOrderMark).Normalize(NormalizationForm.FormC);
        }
        catch (DecoderFallbackException)
        {
            throw new UnfollowedException($"is not UTF-8 in line {number}; save it as UTF-8");
        }
        catch (ArgumentException)
        {
            throw new UnfollowedException($"holds in line {number} a character that Unicode does not have");
        }

        line.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            lines.Add(new(number, text));
        }
    }

    private static ReadOnlySpan<byte> InUtf8(ReadOnlySpan<byte> file)
    {
        Encoding? wide = file switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new UnfollowedException("is written in UTF-32; save it as UTF-8"),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            [0, ..] or [_, 0, ..] => throw new UnfollowedException("is written in UTF-16 without a byte order mark; save it as UTF-8"),
            _ => null,
        };
        try
        {
            return wide is null ? file : Utf8.GetBytes(wide.GetString(file));
        }
        catch (DecoderFallbackException)
        {
            throw new UnfollowedException("begins with the byte order mark of UTF-16, and is not UTF-16; save it as UTF-8");
        }
    }
}
