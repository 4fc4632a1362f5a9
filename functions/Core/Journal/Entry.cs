using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Journal;

/// <summary>One thing that happened, chained to the one before it by its hash (law 19).</summary>
/// <param name="Item">Null where it concerns the agreement as a whole.</param>
/// <param name="By">Null where the clock did it.</param>
public sealed record Entry(
    int Seq, Instant At, string Event, string Agreement, string? Item, string? By, string? Text, string Previous, string Hash)
{
    /// <summary>
    /// How <see cref="By"/> came to act: a word of <see cref="Journal.Through"/>. Null where it was they themselves, signed in.
    /// </summary>
    public string? Through { get; init; }

    /// <summary>
    /// SHA-256 in lower hex over the previous hash and the other fields in the order above: each one its length in UTF-8 bytes,
    /// a colon, its text as it stands in the export; an absent field is <c>-</c>. Lengths make the boundaries unmistakable without any
    /// escaping. <paramref name="through"/> comes last, and where it is absent nothing stands for it: entries of before had none.
    /// </summary>
    public static string HashOf(
        int seq, Instant at, string what, string agreement, string? item, string? by, string? text, string previous, string? through = null)
    {
        StringBuilder sealedText = new();
        (string number, string moment) = (seq.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(at));
        string?[] fields = [previous, number, moment, what, agreement, item, by, text];
        foreach (string? field in through is null ? fields : [.. fields, through])
        {
            _ = field is null
                ? sealedText.Append('-')
                : sealedText.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sealedText.ToString())));
    }
}
