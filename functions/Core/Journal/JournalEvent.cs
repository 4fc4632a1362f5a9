namespace FollowUp.Journal;

/// <summary>What is to be written down; it gets its place in the chain when it is committed.</summary>
public sealed record JournalEvent(string Event, string? Item, string? By, string? Text)
{
    /// <inheritdoc cref="Entry.Through"/>
    public string? Through { get; init; }

    /// <inheritdoc cref="Entry.Digest"/>
    public string? Digest { get; init; }
}
