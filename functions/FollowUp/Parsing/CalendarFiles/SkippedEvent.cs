using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>An event, or a day of one, that made no day.</summary>
/// <param name="Date">Null where it has none that could be read.</param>
/// <param name="Name">Null where it has none.</param>
public sealed record SkippedEvent(LocalDate? Date, string? Name, string Why);
