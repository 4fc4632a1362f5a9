using NodaTime;

namespace FollowUp.Letters;

/// <summary>A notice that went to somebody else while its reader was away.</summary>
/// <param name="Ladder">What it was about, in the plan's words.</param>
/// <param name="On">By its reader's clock.</param>
public sealed record Handed(string Ladder, string To, LocalDate On);
