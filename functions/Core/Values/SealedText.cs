using System.Globalization;
using System.Text;

namespace FollowUp.Values;

/// <summary>
/// Texts one after another as they are sealed: each one its length in UTF-8 bytes, a colon, and itself; an absent one is <c>-</c>. Lengths
/// make the boundaries unmistakable without any escaping.
/// </summary>
public static class SealedText
{
    /// <summary>SHA-256 of them, in lower hex.</summary>
    public static string HashOf(IEnumerable<string?> texts)
    {
        StringBuilder whole = new();
        foreach (string? text in texts)
        {
            _ = text is null
                ? whole.Append('-')
                : whole.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)}:{text}");
        }

        return Fingerprints.HashOfBytes(Encoding.UTF8.GetBytes(whole.ToString()));
    }
}
