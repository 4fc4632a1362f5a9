using FollowUp.Items;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>What a look at an item came to.</summary>
/// <param name="NextAt">When to look again; null when nothing more is expected.</param>
/// <param name="Letters">Recipients and slots whose letters carry what was just decided.</param>
/// <param name="Opened">Its next occurrence, which needs a clock of its own; null where none was opened.</param>
/// <param name="HasWrites">Whether anything was written down.</param>
public sealed record AdvanceResult(Instant? NextAt, bool IsOpen, IReadOnlyList<LetterKey> Letters, ItemRef? Opened, bool HasWrites)
{
    public static AdvanceResult Gone { get; } = new(null, IsOpen: false, [], null, HasWrites: false);
}
