using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>What the rungs of a ladder count from.</summary>
/// <param name="Day">In the item's zone.</param>
/// <param name="Since">Since when the ladder runs; no delay is counted from before.</param>
/// <param name="Revision">From 1; a new anchor of the same ladder makes new rungs.</param>
internal sealed record Anchor(LocalDate Day, Instant Since, int Revision)
{
    /// <summary>
    /// What a ladder runs around for <paramref name="item"/> as it stands; nothing when it does not run. Only hand-overs run beside
    /// each other: whoever lost an item learns so also when it went on from there before they were told.
    /// </summary>
    public static Anchor[] All(LadderName ladder, AgreedItem item) => ladder switch
    {
        LadderName.Handover when item is { IsOpen: true, AssignedAt: not null, HandOvers.Count: > 0 } => [.. item.HandOvers.Select((handed, n) => At(item, handed.At, n + 1))],
        _ => Of(ladder, item) is { } anchor ? [anchor] : [],
    };

    private static Anchor? Of(LadderName ladder, AgreedItem item) => ladder switch
    {
        LadderName.Receipt when item is { IsRunning: true, Receipt: null } => At(item, item.HandedAt()!.Value, Handings(item)) with { Since = Running(item) },
        LadderName.Progress when item.IsRunning => At(item, item.AssignedAt!.Value, 1) with { Since = Running(item) },
        LadderName.Due or LadderName.Overdue when item.IsRunning => new(item.DueOn, Running(item), item.DueChanges.Count + 1),
        LadderName.Blocked when item is { IsOpen: true, AssignedAt: null } => new(item.DueOn, Moved(item, item.RegisteredAt), item.DueChanges.Count + 1),
        LadderName.Waiting when item.IsWaiting => At(item, item.Suspensions[^1].At, item.Suspensions.Count),
        LadderName.Extension when item.Asked is { } asked => At(item, asked.At, asked.Number),
        LadderName.Answered when item.IsRunning && Answered(item) is { } answered => At(item, answered.Decision!.At, answered.Number).After(Running(item)),
        LadderName.Moved when item is { IsRunning: true, DueChanges: [.., { Cause: not DueChangeCause.Extension } moved] } && IsTheirs(moved.At, item) => At(item, moved.At, item.DueChanges.Count).After(Running(item)),
        LadderName.Returned when item is { IsPending: true, Returns: [.., var last] } => At(item, last.At, item.Returns.Count).After(Running(item)),
        LadderName.Confirmation when item.IsReported => At(item, item.Completion!.At, item.Returns.Count + 1),
        LadderName.Closing when (item.Confirmation?.At ?? item.Withdrawal?.At) is { } closed => At(item, closed, 1),
        _ => null,
    };

    /// <summary>
    /// While a report awaited the issuer, or before the due date lay where it lies now, nothing of this was to be said: what is
    /// said after is not late for it.
    /// </summary>
    private static Instant Running(AgreedItem item) =>
        Instant.Max(Moved(item, item.HandedAt()), item.Returns is [.., var returned] ? returned.At : Instant.MinValue);

    private static Instant Moved(AgreedItem item, Instant? begun) =>
        Instant.Max(begun ?? Instant.MinValue, item.DueChanges is [.., var moved] ? moved.At : Instant.MinValue);

    /// <summary>A new owner signs anew, and so does one who had not signed when the clock was stopped.</summary>
    private static int Handings(AgreedItem item) => 1 + item.HandOvers.Count + item.Suspensions.Count(suspension => suspension.Ended is not null);

    /// <summary>What was decided before a return or while it waited is no older than that to whoever hears it now.</summary>
    private Anchor After(Instant running) => this with { Since = Instant.Max(Since, running) };

    private static Extension? Answered(AgreedItem item) =>
        item.Extensions.LastOrDefault(extension => extension.Decision is not null) is { } answered && IsTheirs(answered.Decision!.At, item) ? answered : null;

    /// <summary>Whoever takes an item over takes it as it stands, and reads its date in every letter: how it came to that is no news of theirs.</summary>
    private static bool IsTheirs(Instant at, AgreedItem item) => item.HandOvers is not [.., var handed] || handed.At <= at;

    private static Anchor At(AgreedItem item, Instant at, int revision) => new(item.DayOf(at), at, revision);
}
