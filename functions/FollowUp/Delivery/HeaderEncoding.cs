using System.Text;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>
/// What people wrote, in the headers of a letter: so that each mail program shows it as it was written, also where it looks like something
/// that is to be decoded (RFC 2047). The library writes the rest; such a text it would leave as it is.
/// </summary>
internal static class HeaderEncoding
{
    /// <summary>An encoded word takes 75 characters with what is around it.</summary>
    private const int MaxBytesPerWord = 45;

    /// <summary>Where a long header goes on in the next line.</summary>
    private const string Fold = "\r\n ";

    /// <summary>Also in lines that every server takes, where somebody wrote a word of a thousand letters.</summary>
    public static void EncodeHeaders(this MimeMessage letter)
    {
        if (letter.Subject is { } subject && NeedsEncoding(subject))
        {
            letter.Headers.Replace(RawHeader(HeaderId.Subject, EncodedWords(subject)));
        }

        if (letter.To is [MailboxAddress { Name: { } name } to] && NeedsEncoding(name))
        {
            letter.Headers.Replace(RawHeader(HeaderId.To, $"{EncodedWords(name)}{Fold}<{to.GetAddress(idnEncode: true)}>"));
        }

        letter.Prepare(EncodingConstraint.SevenBit);
    }

    /// <summary>Blanks at either end or several in a row are lost unless they are encoded.</summary>
    private static bool NeedsEncoding(string text) => text.Contains("=?", StringComparison.Ordinal) || text.Trim() != text || text.Contains("  ", StringComparison.Ordinal);

    private static Header RawHeader(HeaderId header, string value)
    {
        Header raw = new(header, "");
        raw.SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));
        return raw;
    }

    private static string EncodedWords(string text)
    {
        List<string> words = [];
        List<byte> word = [];
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            int length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > MaxBytesPerWord)
            {
                words.Add(EncodedWord(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        return string.Join(Fold, words.Append(EncodedWord(word)));
    }

    private static string EncodedWord(List<byte> bytes) => $"=?utf-8?b?{Convert.ToBase64String([.. bytes])}?=";
}
