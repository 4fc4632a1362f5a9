using FollowUp.People;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>
/// All that one person is told at one moment (law 16), with the Message-ID that stays the same however often it is tried.
/// </summary>
public sealed record Letter(
    string MessageId, string Recipient, string Name, string Address, string Language, Instant WrittenAt, IReadOnlyList<Notice> Notices)
{
    /// <summary>By whose clock it says when something was to be said; null in letters of earlier versions.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// Who coordinates what it is about, for whom an answer is: of several, the first who is not its reader. Null where nobody can be
    /// written to, and in letters of earlier versions.
    /// </summary>
    public Correspondent? Coordinator { get; init; }

    /// <summary>
    /// The page on which its reader says how often letters come, with a token behind its #; null where links are not signed, and in letters
    /// of earlier versions.
    /// </summary>
    public string? RhythmLink { get; init; }

    /// <summary>SHA-256 in lower hex of its plain text as it was last written; null in letters of earlier versions.</summary>
    public string? TextDigest { get; init; }

    /// <summary>Whether it is written as it would be to them now.</summary>
    public bool IsFor(Person? to) =>
        to is not null && (to.NameIn(to.Language), to.Email, to.Language) == (Name, Address, Language)
            && (TimeZone ?? to.TimeZone) == to.TimeZone;

    /// <summary>All items of the largest agreement, so that what falls due at one moment is one letter (law 16).</summary>
    public const int NoticesMax = Limits.Items;

    /// <summary>With more than this, nobody reads what the agreement and others said word by word: the board has it.</summary>
    public const int QuotedMax = 50;

    /// <summary>A row takes 480 000 characters of JSON; what does not fit goes into the next letter.</summary>
    public const int LengthMax = 460_000;
}
