using System.Collections.Immutable;

namespace FollowUp.Plans;

/// <summary>
/// What a plan cannot leave out: whoever was told that it is late is told when it is done (law 14), and who must know of
/// what somebody else decided hears it at once. Nor may it let a report lie where nobody confirms it (law 12), or wait for the
/// other side without asking (law 13). What a person sends up at once is the same under every plan.
/// </summary>
public static class MandatoryLadders
{
    public static ImmutableArray<Ladder> All { get; } =
    [
        .. DefaultPlan.Newest.Ladders.Where(ladder => ladder.Name is LadderName.Confirmation or LadderName.Waiting),
        new(LadderName.Returned, [Rung.Once("at-once", "0", Role.Owner)]),
        new(LadderName.Extension,
        [
            Rung.Once("at-once", "0",    Role.Issuer),
            Rung.Once("again",   "+2wd", Role.Issuer),
            Rung.Once("watch",   "+3wd", Role.Coordinator),
        ]),
        new(LadderName.Blocked,
        [
            Rung.Once("week", "-7cd", Role.Coordinator),
            Rung.Once("day",  "0",    Role.Coordinator),
            Rung.Repeated("again", "+5wd", "+5wd", 12, Role.Coordinator),
        ]),
        new(LadderName.Answered, [Rung.Once("at-once", "0", Role.Owner)]),
        new(LadderName.Moved,    [Rung.Once("at-once", "0", Role.Owner)]),
        new(LadderName.Handover, [Rung.Once("at-once", "0", Role.FormerOwner)]),
        new(LadderName.Question,
        [
            Rung.Once("at-once", "0",    Role.Issuer, Role.Owner),
            Rung.Once("again",   "+2wd", Role.Issuer, Role.Owner),
            Rung.Once("watch",   "+3wd", Role.Coordinator),
        ]),
        new(LadderName.Reply,    [Rung.Once("at-once", "0", Role.Owner, Role.Issuer)]),
        new(LadderName.Escalated,
        [
            Rung.Once("at-once", "0", [.. Enumerable.Range(1, 9).Select(level => $"level-{level}"), Role.Owner, Role.Coordinator]),
        ]),
        new(LadderName.Closing,  [Rung.Once("done", "0", Role.Owner, Role.Issuer, Role.Coordinator)]),
    ];
}
