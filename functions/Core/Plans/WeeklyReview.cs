using NodaTime;

namespace FollowUp.Plans;

/// <summary>
/// When those above hear in one letter of everything that is late below them: once a week, for as long as anything is.
/// </summary>
/// <param name="Day">In the reader's zone; on a day off of theirs it comes on their next working day.</param>
/// <param name="Hour">Null for the plan's own.</param>
public sealed record WeeklyReview(IsoDayOfWeek Day, LocalTime? Hour = null)
{
    /// <summary>A week begins with what the last one left undone.</summary>
    public const IsoDayOfWeek UsualDay = IsoDayOfWeek.Monday;
}
