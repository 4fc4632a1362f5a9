using System.Text;
using FollowUp.Faults;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// Finds out in which encoding a text is. A file says it by its first bytes, or by being valid UTF-8; of the two that offices still save
/// in, every file is valid in both, so that the names of its columns decide, and then which letters are usual. Where neither does, it is
/// refused: a wrong guess would be stored.
/// </summary>
internal static class SheetEncoding
{
    public const string Gb18030 = "gb18030";
    public const string Windows1251 = "windows-1251";

    /// <summary>Fewer letters beyond ASCII show nothing.</summary>
    private const int LettersMin = 8;

    /// <summary>
    /// Nearly half of all Russian letters are а, е, и, н, о or т; of Greek or Hebrew, the same bytes are a quarter, and of Chinese fewer.
    /// </summary>
    private const double RussianMin = 0.35;

    private static readonly byte[] UsualRussian = [0xE0, 0xE5, 0xE8, 0xED, 0xEE, 0xF2];

    /// <summary>Common characters lie from B0 to D7 (GB 2312, first level); Russian text falls among the rare ones behind them.</summary>
    private const double ChineseMin = 0.7;

    static SheetEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16", "utf-16be", Gb18030, Windows1251];

    /// <param name="wanted">One of <see cref="Names"/>; null to find out.</param>
    /// <param name="countKnown">
    /// How many known names of columns a text has that are not in ASCII alone: those are the same in each encoding, and show nothing.
    /// </param>
    /// <exception cref="InvalidInputException">Nobody can tell, or it is not in the one that is wanted.</exception>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string? wanted, Func<string, int> countKnown)
    {
        if (wanted is not null)
        {
            return (Try(bytes, wanted) ?? throw new InvalidInputException("", SheetFaults.NotInEncoding.Fill(wanted)), wanted);
        }

        string? marked = Marked(bytes);
        if (marked is not null)
        {
            return (Try(bytes, marked) ?? throw new InvalidInputException("", SheetFaults.NotInEncoding.Fill(marked)), marked);
        }

        return Try(bytes, "utf-8") is { } utf8 ? (utf8, "utf-8") : Guess(bytes, countKnown);
    }

    /// <summary>By its byte order mark, or since every other byte of it is 0.</summary>
    private static string? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? "utf-8"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? "utf-16"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "utf-16be"
        : bytes is [not 0, 0, not 0, 0, ..] ? "utf-16"
        : bytes is [0, not 0, 0, not 0, ..] ? "utf-16be"
        : null;

    private static (string Text, string Name) Guess(ReadOnlySpan<byte> bytes, Func<string, int> countKnown)
    {
        (string? chinese, string? russian) = (Try(bytes, Gb18030), Try(bytes, Windows1251));
        int chineseNames = chinese is null ? 0 : countKnown(chinese), russianNames = russian is null ? 0 : countKnown(russian);
        bool isChinese = chinese is not null
            && (chineseNames == russianNames ? LooksChinese(bytes) && !LooksRussian(bytes) : chineseNames > russianNames);
        bool isRussian = russian is not null
            && (chineseNames == russianNames ? LooksRussian(bytes) && !LooksChinese(bytes) : russianNames > chineseNames);
        return isChinese ? (chinese!, Gb18030)
            : isRussian ? (russian!, Windows1251)
            : throw new InvalidInputException("", SheetFaults.EncodingUnclear.Text);
    }

    /// <summary>Beside a Latin letter none of them is Russian: é and ü are the same bytes in other encodings.</summary>
    private static bool LooksRussian(ReadOnlySpan<byte> bytes)
    {
        (int all, int usual) = (0, 0);
        for (int at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
            {
                continue;
            }

            all++;
            bool isBesideLatin = (at > 0 && char.IsAsciiLetter((char)bytes[at - 1]))
                || (at + 1 < bytes.Length && char.IsAsciiLetter((char)bytes[at + 1]));
            usual += !isBesideLatin && UsualRussian.Contains(bytes[at]) ? 1 : 0;
        }

        return all >= LettersMin && usual >= all * RussianMin;
    }

    private static bool LooksChinese(ReadOnlySpan<byte> bytes)
    {
        (int all, int common) = (0, 0);
        for (int at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80 || at + 1 == bytes.Length)
            {
                continue;
            }

            all++;
            common += bytes[at] is (>= 0xB0 and <= 0xD7) or (>= 0xA1 and <= 0xA3) && bytes[at + 1] >= 0xA1 ? 1 : 0;
            at++;
        }

        return 2 * all >= LettersMin && common >= all * ChineseMin;
    }

    private static string? Try(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            Encoding strict = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
