using NodaTime;

namespace FollowUp.Timetables;

/// <summary>A day that a rung counts to, before it is rolled to one on which somebody works.</summary>
/// <param name="From">
/// Where the count in working days began: the anchor, or the occurrence before; null where it was counted otherwise.
/// </param>
internal readonly record struct RungDate(LocalDate Day, LocalDate? From);
