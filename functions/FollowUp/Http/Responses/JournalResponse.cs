using FollowUp.Journal;
using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What happened to an item.</summary>
public sealed record JournalResponse(IEnumerable<EntryResponse> Entries);

/// <summary>The whole chain of an agreement, and where it stands: with it nobody can leave out the last entries unseen.</summary>
public sealed record AgreementJournalResponse(Chain Head, IEnumerable<EntryResponse> Entries);

/// <summary>An entry of the journal: what its hash seals (law 19), and beside it what its text says as data.</summary>
/// <param name="Said">Not sealed, for it follows from event and text. Absent for a text that nobody knows how to read.</param>
public sealed record EntryResponse(
    int Seq, Instant At, string Event, string Agreement, string? Item, string? By, string? Text, string Previous, string Hash, Phrase? Said)
{
    /// <inheritdoc cref="Entry.Through"/>
    public string? Through { get; init; }

    /// <inheritdoc cref="Entry.Digest"/>
    public string? Digest { get; init; }

    public static EntryResponse Of(Entry entry) => new(
        entry.Seq, entry.At, entry.Event, entry.Agreement, entry.Item, entry.By, entry.Text, entry.Previous, entry.Hash,
        JournalPhrases.Read(entry))
    {
        Through = entry.Through,
        Digest = entry.Digest,
    };
}
