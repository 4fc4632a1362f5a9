using System.Globalization;
using FollowUp.Ledger;
using FollowUp.Values;
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
    /// The <see cref="SealedRow.Digest"/> of the row of the ledger whose end this is: with it the chain holds the whole row, and not its
    /// words alone. Null where it is the end of none, and in entries of earlier versions.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>Whether <see cref="Hash"/> fits what it says.</summary>
    public bool IsSealed() => Hash == HashOf(Seq, At, Event, Agreement, Item, By, Text, Previous, Through, Digest);

    /// <summary>
    /// SHA-256 over the previous hash and the other fields in the order above, as <see cref="SealedText"/> puts them together and as they
    /// stand in the export. <paramref name="through"/> and <paramref name="digest"/> come last, and where both are absent nothing stands
    /// for them, nor for a digest alone: entries of before had none.
    /// </summary>
    public static string HashOf(
        int seq, Instant at, string what, string agreement, string? item, string? by, string? text, string previous, string? through = null,
        string? digest = null)
    {
        (string number, string moment) = (seq.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(at));
        string?[] later = digest is not null ? [through, digest] : through is not null ? [through] : [];
        return SealedText.HashOf([previous, number, moment, what, agreement, item, by, text, .. later]);
    }
}
