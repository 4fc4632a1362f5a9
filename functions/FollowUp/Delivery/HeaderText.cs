using System.Text;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>
/// What people wrote, in the headers of a letter: so that each mail program shows it as it was written, also where it looks like something
/// that is to be decoded (RFC 2047). The library writes the rest; such a text it would leave as it is.
/// </summary>
internal static class HeaderText
{
    /// <summary>An encoded word takes 75 characters with what is around it.</summary>
    private const int BytesPerWord = 45;

    /// <summary>Where a long header goes on in the next line.</summary>
    private const string Fold = "\r\n ";

    /// <summary>Also in lines that every server takes, where somebody wrote a word of a thousand letters.</summary>
    public static void SayAsWritten(this MimeMessage letter)
    {
        if (letter.Subject is { } subject && IsMisread(subject))
        {
            letter.Headers.Replace(Raw(HeaderId.Subject, Encoded(subject)));
        }

        if (letter.To is [MailboxAddress { Name: { } name } to] && IsMisread(name))
        {
            letter.Headers.Replace(Raw(HeaderId.To, $"{Encoded(name)}{Fold}<{to.GetAddress(idnEncode: true)}>"));
        }

        letter.Prepare(EncodingConstraint.SevenBit);
    }

    /// <summary>Blanks at either end or several in a row are lost unless they are encoded.</summary>
    private static bool IsMisread(string text) => text.Contains("=?", StringComparison.Ordinal) || text.Trim() != text || text.Contains("  ", StringComparison.Ordinal);

    private static Header Raw(HeaderId header, string value)
    {
        Header raw = new(header, "");
        raw.SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));
        return raw;
    }

    private static string Encoded(string text)
    {
        List<string> words = [];
        List<byte> word = [];
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            int length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > BytesPerWord)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        return string.Join(Fold, words.Append(Word(word)));
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?b?{Convert.ToBase64String([.. bytes])}?=";
}
