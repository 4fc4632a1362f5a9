using FollowUp.Storage;
using FollowUp.Watching;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>How the service is, for those who run it.</summary>
/// <param name="Alarms">Those that stand, the gravest first.</param>
/// <param name="SweptAt">When a sweep last came to its end; absent where none has, or that is not known.</param>
/// <param name="OldestDueAt">The oldest that it could not move on.</param>
/// <param name="Stuck">What was due so long ago that its own clock and the sweeps have missed it.</param>
/// <param name="Failed">Orchestrations that have failed.</param>
public sealed record AlarmsResponse(
    Instant Now, IReadOnlyList<AlarmResponse> Alarms, Instant? SweptAt, Instant? OldestDueAt, LettersResponse Letters,
    IReadOnlyList<StuckResponse> Stuck, IReadOnlyList<FailedClockResponse> Failed);

/// <summary>An alarm. Its name never changes.</summary>
/// <param name="Detail">What is so.</param>
/// <param name="Remedy">What is to be done about it.</param>
/// <param name="Cause">What stands in the way, where that is known.</param>
/// <param name="Count">How many are concerned, where they are counted.</param>
public sealed record AlarmResponse(string Name, Instant Since, string Detail, string Remedy, string? Cause, int? Count)
{
    public static AlarmResponse Of(Alarm alarm) =>
        new(alarm.Name, alarm.Since, AlarmStatements.Of(alarm), Remedies.Of(alarm), alarm.Cause, alarm.Count);
}

/// <summary>The letters that are still to be handed over.</summary>
/// <param name="Waiting">How many; a thousand are counted.</param>
/// <param name="NoneTakenSince">Since when no letter has been taken; absent where letters leave.</param>
/// <param name="Oldest">The oldest of them.</param>
public sealed record LettersResponse(int Waiting, Instant? NoneTakenSince, IReadOnlyList<WaitingLetterResponse> Oldest);

/// <summary>A letter that waits.</summary>
/// <param name="Slot">The minute whose notices are in it, as in the ledger.</param>
/// <param name="State"><c>untouched</c>, <c>refused-for-now</c>, or <c>under-way</c>: what came of the last try is not known yet.</param>
public sealed record WaitingLetterResponse(string Recipient, string Slot, Instant Since, string State)
{
    public static WaitingLetterResponse Of(WaitingLetter one) => new(
        one.Key.Recipient, one.Key.Slot, one.Key.Minute,
        !one.IsPacked ? "untouched" : one.IsDelayed ? "refused-for-now" : "under-way");
}

/// <summary>What nobody has looked at, though it was due.</summary>
/// <param name="Kind"><c>agreement</c>, <c>item</c>, <c>person</c>, <c>succession</c> or <c>post</c>.</param>
/// <param name="Id">Of the agreement or person.</param>
/// <param name="Item">Where it is one item.</param>
public sealed record StuckResponse(string Kind, string Id, string? Item, Instant Since)
{
    public static StuckResponse Of(DueEntry row) =>
        new(row.Kind.ToString().ToLowerInvariant(), row.First, row.Kind is DueEntryKind.Item ? row.Second : null, row.At);
}

/// <summary>An orchestration that has failed, by the id of its instance, and when.</summary>
public sealed record FailedClockResponse(string Instance, Instant At);

/// <summary>Letters that are tried again at once.</summary>
/// <param name="Letters">How many.</param>
/// <param name="UnderWay">How many were left alone, since what came of their last try is not known yet.</param>
/// <param name="Left">How many more wait: another call takes them on.</param>
public sealed record RetryResponse(int Letters, int UnderWay, int Left);
