using System.Text;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>
/// Encodes a subject or a name that looks like an encoded word itself (RFC 2047), or has spaces that would be lost, so that each mail
/// program shows it as it was written. The library encodes everything else; such a text it would leave as it is.
/// </summary>
internal static class HeaderEncoding
{
    /// <summary>An encoded word has at most 75 characters with its delimiters (RFC 2047, 2); base64 makes four of three bytes.</summary>
    private const int MaxBytesPerWord = 45;

    /// <summary>Folds a long header (RFC 5322, 2.2.3).</summary>
    private const string Fold = "\r\n ";

    /// <summary>Also keeps every line within the length and the seven bits that every server takes.</summary>
    public static void EncodeHeaders(this MimeMessage letter)
    {
        if (letter.Subject is { } subject && NeedsEncoding(subject))
        {
            letter.Headers.Replace(RawHeader(HeaderId.Subject, EncodedWords(subject)));
        }

        foreach ((HeaderId header, InternetAddressList people) in
            new[] { (HeaderId.From, letter.From), (HeaderId.To, letter.To), (HeaderId.ReplyTo, letter.ReplyTo) })
        {
            if (people is [MailboxAddress { Name: { } name } one] && NeedsEncoding(name))
            {
                letter.Headers.Replace(RawHeader(header, $"{EncodedWords(name)}{Fold}<{one.GetAddress(idnEncode: true)}>"));
            }
        }

        letter.Prepare(EncodingConstraint.SevenBit);
    }

    /// <summary>Blanks at either end or several in a row are lost unless they are encoded.</summary>
    private static bool NeedsEncoding(string text) =>
        text.Contains("=?", StringComparison.Ordinal) || text.Trim() != text || text.Contains("  ", StringComparison.Ordinal);

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
