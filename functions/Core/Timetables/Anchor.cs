using NodaTime;

namespace FollowUp.Timetables;

/// <summary>What the rungs of a ladder count from.</summary>
/// <param name="Day">In the item's zone.</param>
/// <param name="Since">Since when the ladder runs; no delay is counted from before.</param>
/// <param name="Revision">From 1; a new anchor of the same ladder makes new rungs.</param>
internal sealed record Anchor(LocalDate Day, Instant Since, int Revision)
{
    /// <summary>The same anchor, of which nothing is late before <paramref name="instant"/>.</summary>
    public Anchor NotBefore(Instant instant) => this with { Since = Instant.Max(Since, instant) };
}
