using NodaTime;

namespace FollowUp.People;

/// <summary>Days away, first and last included, and who stands in.</summary>
public sealed record Absence(LocalDate From, LocalDate To, string? Substitute);
