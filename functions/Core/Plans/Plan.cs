using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Plans;

/// <summary>The ladders that apply to an item: who hears what, how long before or after what.</summary>
/// <param name="Hour">When notices go out, in the recipient's own zone.</param>
/// <param name="ExtensionsMax">How often the due date may be extended.</param>
public sealed record Plan(string Id, LocalTime Hour, int ExtensionsMax, ImmutableArray<Ladder> Ladders)
{
    public int Revision { get; init; }

    /// <summary>When the levels hear of everything that is late; null where they only hear what the ladders tell them.</summary>
    public WeeklyReview? Review { get; init; }

    /// <summary>Days before the due date within which nobody is asked for interim word any more: the due ladder speaks then.</summary>
    public const int ProgressHorizon = 60;

    /// <summary>The ladder of that name, this plan's own or the one that no plan may go without.</summary>
    public Ladder? Ladder(LadderName name) => FindByName(name, Ladders) ?? FindByName(name, Mandatory);

    public static Plan Default { get; } = new("default", new LocalTime(9, 0), 2,
    [
        new(LadderName.Receipt,
        [
            Rung.Once("at-once",  "0",    Role.Owner),
            Rung.Once("again",    "+2wd", Role.Owner),
            Rung.Once("watch",    "+3wd", Role.Owner, Role.Coordinator),
            Rung.Once("level-1",  "+5wd", "level-1"),
        ]),
        new(LadderName.Due,
        [
            Rung.Once("month",    "-30cd", Role.Owner),
            Rung.Once("week",     "-7cd",  Role.Owner),
            Rung.Once("eve",      "-1wd",  Role.Owner),
            Rung.Once("day",      "0",     Role.Owner),
        ]),
        new(LadderName.Overdue,
        [
            Rung.Repeated("again", "+1wd", "+5wd", 12, Role.Owner),
            Rung.Once("level-1",  "+2wd",  "level-1", Role.Issuer),
            Rung.Once("level-2",  "+7wd",  "level-2"),
            Rung.Once("level-3",  "+15wd", "level-3"),
        ]),
        new(LadderName.Progress,
        [
            Rung.Repeated("month", "+1mo", "+1mo", Rung.TimesMax, Role.Owner),
        ]),
        new(LadderName.Confirmation,
        [
            Rung.Once("at-once",  "0",     Role.Issuer),
            Rung.Once("again",    "+5wd",  Role.Issuer),
            Rung.Once("watch",    "+7wd",  Role.Coordinator),
            Rung.Once("level-1",  "+10wd", "level-1"),
        ]),
        new(LadderName.Waiting,
        [
            Rung.Repeated("ask",  "+30cd", "+30cd", Rung.TimesMax, Role.Liaison),
        ]),
    ])
    { Revision = 2, Review = new(WeeklyReview.UsualDay) };

    /// <summary>
    /// The default plan as it came with the version of that revision: an item keeps the one that it was accepted with (law 9). The first had
    /// no weekly review.
    /// </summary>
    public static Plan DefaultAt(int revision) => revision == 1 ? Default with { Revision = 1, Review = null } : Default;

    /// <summary>
    /// What a plan cannot leave out: whoever was told that it is late is told when it is done (law 14), and who must know of
    /// what somebody else decided hears it at once. Nor may it let a report lie where nobody confirms it (law 12), or wait for the
    /// other side without asking (law 13).
    /// </summary>
    private static ImmutableArray<Ladder> Mandatory { get; } =
    [
        .. Default.Ladders.Where(ladder => ladder.Name is LadderName.Confirmation or LadderName.Waiting),
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
        new(LadderName.Closing,  [Rung.Once("done", "0", Role.Owner, Role.Issuer, Role.Coordinator)]),
    ];

    private static Ladder? FindByName(LadderName name, ImmutableArray<Ladder> ladders)
    {
        foreach (Ladder ladder in ladders)
        {
            if (ladder.Name == name)
            {
                return ladder;
            }
        }

        return null;
    }
}
