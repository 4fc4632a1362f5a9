using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Following;

/// <summary>What the rungs of a ladder count from.</summary>
/// <param name="Day">In the item's zone.</param>
/// <param name="Since">Since when the ladder runs; no delay is counted from before.</param>
/// <param name="Revision">From 1; a new anchor of the same ladder makes new rungs.</param>
internal sealed record Anchor(LocalDate Day, Instant Since, int Revision)
{
    /// <summary>The anchor of a ladder that runs for <paramref name="item"/> as it stands; null when the ladder does not run.</summary>
    public static Anchor? Of(LadderName ladder, AgreedItem item) => ladder switch
    {
        LadderName.Receipt when item is { IsPending: true, Receipt: null } => new(item.DayOf(item.AssignedAt), Pending(item), 1),
        LadderName.Progress when item.IsPending => new(item.DayOf(item.AssignedAt), Pending(item), 1),
        LadderName.Due or LadderName.Overdue when item.IsPending => new(item.DueOn, Pending(item), 1),
        LadderName.Returned when item is { IsPending: true, Returns: [.., var last] } => At(item, last.At, item.Returns.Count),
        LadderName.Confirmation when item.IsReported => At(item, item.Completion!.At, item.Returns.Count + 1),
        LadderName.Closing when (item.Confirmation?.At ?? item.Withdrawal?.At) is { } closed => At(item, closed, 1),
        _ => null,
    };

    /// <summary>Whether a ladder's rungs lie around a date that was agreed, not after something that happened.</summary>
    public static bool IsAgreed(LadderName ladder) => ladder is LadderName.Due or LadderName.Overdue;

    /// <summary>While a report awaited the issuer nothing was to be said, so what is said after a return is not late for it.</summary>
    private static Instant Pending(AgreedItem item) => item.Returns is [.., var last] ? last.At : item.AssignedAt;

    private static Anchor At(AgreedItem item, Instant at, int revision) => new(item.DayOf(at), at, revision);
}
