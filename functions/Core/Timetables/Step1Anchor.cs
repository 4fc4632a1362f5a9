using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 1 from rung to moment: the anchor, a date in the item's zone. The day it was assigned, its due date, the day completion was
/// reported, the day waiting began; the overdue ladder counts from the due date, too.
/// </summary>
internal static class Step1Anchor
{
    /// <summary>
    /// What a ladder runs around for <paramref name="item"/> as it stands; nothing when it does not run. Only hand-overs, and
    /// escalations by people, run beside each other: whoever lost an item learns so also when it went on from there before they were told.
    /// </summary>
    public static Anchor[] AnchorsOf(LadderName ladder, AgreedItem item) => ladder switch
    {
        LadderName.Handover when item is { IsOpen: true, AssignedAt: not null, HandOvers.Count: > 0 } => HandOverAnchorsOf(item),
        LadderName.Escalated when item is { IsOpen: true, AssignedAt: not null } =>
            [.. item.Escalations.Select(escalated => AnchorAt(item, escalated.At, escalated.Number))],
        _ => AnchorOf(ladder, item) is { } anchor ? [anchor] : [],
    };

    /// <summary>Whether the ladder of a notice still runs for the item as it stands, around the same anchor.</summary>
    public static bool IsRunning(LadderName ladder, int anchorRevision, AgreedItem item) =>
        Array.Exists(AnchorsOf(ladder, item), anchor => anchor.Revision == anchorRevision);

    private static Anchor? AnchorOf(LadderName ladder, AgreedItem item) => ladder switch
    {
        LadderName.Receipt when item is { IsRunning: true, Receipt: null } =>
            AnchorAt(item, item.HandedAt()!.Value, ReceiptsAsked(item)) with { Since = RunningSince(item) },
        LadderName.Progress when item.IsRunning =>
            AnchorAt(item, item.AssignedAt!.Value, 1) with { Since = RunningSince(item) },
        LadderName.Silence when item.IsRunning =>
            AnchorAt(item, item.LastWordAt()!.Value, item.CountWords()),
        LadderName.Due or LadderName.Overdue or LadderName.Review when item.IsRunning =>
            new(item.DueOn, RunningSince(item), item.DueChanges.Count + 1),
        LadderName.Blocked when item is { IsOpen: true, AssignedAt: null } =>
            new(item.DueOn, MovedSince(item, item.RegisteredAt), item.DueChanges.Count + 1),
        LadderName.Waiting when item.IsWaiting =>
            AnchorAt(item, item.Suspensions[^1].At, item.Suspensions.Count),
        LadderName.Extension when item.PendingExtension is { } asked =>
            AnchorAt(item, asked.At, asked.Number).NotBefore(RunningSince(item)),
        LadderName.Confirmation when item.IsReported =>
            AnchorAt(item, item.Completion!.At, item.Returns.Count + 1),
        LadderName.Closing when (item.Confirmation?.At ?? item.Withdrawal?.At) is { } closed =>
            AnchorAt(item, closed, 1),
        LadderName.Question when item is { AssignedAt: not null, OpenQuestion: { } asked } => AnchorAt(item, asked.At, asked.Number),
        _ => NewsAnchorOf(ladder, item),
    };

    /// <summary>What was decided before a return, or while a report waited, is no older than that to whoever hears it now.</summary>
    private static Anchor? NewsAnchorOf(LadderName ladder, AgreedItem item) => ladder switch
    {
        LadderName.Answered when item.IsRunning && LastAnsweredExtension(item) is { } answered =>
            AnchorAt(item, answered.Decision!.At, answered.Number).NotBefore(RunningSince(item)),
        LadderName.Moved when item is { IsRunning: true, DueChanges: [.., { Cause: not DueChangeCause.Extension } moved] }
            && ConcernsOwner(moved.At, item) =>
            AnchorAt(item, moved.At, item.DueChanges.Count).NotBefore(RunningSince(item)),
        LadderName.Reply when item is { IsOpen: true, AssignedAt: not null, Questions: [.., { Reply: { } reply } asked] } =>
            AnchorAt(item, reply.At, asked.Number),
        LadderName.Returned when item is { IsPending: true, Returns: [.., var last] } =>
            AnchorAt(item, last.At, item.Returns.Count).NotBefore(RunningSince(item)),
        _ => null,
    };

    private static Anchor[] HandOverAnchorsOf(AgreedItem item) =>
        [.. item.HandOvers.Select((handed, n) => AnchorAt(item, handed.At, n + 1))];

    private static Anchor AnchorAt(AgreedItem item, Instant at, int revision) => new(item.DayOf(at), at, revision);

    /// <summary>
    /// While a report awaited the issuer, or before the due date lay where it lies now, nothing of this was to be said: what is
    /// said after is not late for it.
    /// </summary>
    private static Instant RunningSince(AgreedItem item) =>
        Instant.Max(MovedSince(item, item.HandedAt()), item.Returns is [.., var returned] ? returned.At : Instant.MinValue);

    private static Instant MovedSince(AgreedItem item, Instant? begun) =>
        Instant.Max(begun ?? Instant.MinValue, item.DueChanges is [.., var moved] ? moved.At : Instant.MinValue);

    /// <summary>A new owner signs anew, and so does one who had not signed when the clock was stopped.</summary>
    private static int ReceiptsAsked(AgreedItem item) =>
        1 + item.HandOvers.Count + item.Suspensions.Count(suspension => suspension.Ended is not null);

    private static Extension? LastAnsweredExtension(AgreedItem item) =>
        item.Extensions.LastOrDefault(extension => extension.Decision is not null) is { } answered
        && ConcernsOwner(answered.Decision!.At, item)
            ? answered
            : null;

    /// <summary>
    /// Whoever takes an item over takes it as it stands, and reads its date in every letter: how it came to that is no news of theirs.
    /// </summary>
    private static bool ConcernsOwner(Instant at, AgreedItem item) => item.HandOvers is not [.., var handed] || handed.At <= at;
}
