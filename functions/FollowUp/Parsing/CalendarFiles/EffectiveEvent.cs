namespace FollowUp.Parsing.CalendarFiles;

/// <summary>An event that counts, and the days of it that were cancelled.</summary>
internal sealed record EffectiveEvent(VEvent Event, IReadOnlyList<VEvent> Cancelled);
