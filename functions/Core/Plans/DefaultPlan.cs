using NodaTime;

namespace FollowUp.Plans;

/// <summary>The default plan in each revision that was ever shipped: items go by the one that they were accepted with (law 9).</summary>
public static class DefaultPlan
{
    public const string Id = "default";

    private static readonly Plan First = new(Id, new LocalTime(9, 0), 2,
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
    { Revision = 1 };

    /// <summary>
    /// After a month without a word the owner is asked (progress); two weeks later, and then every six weeks, the coordinator hears that
    /// nothing came. Once a week the levels hear of everything that is late.
    /// </summary>
    public static Plan Newest { get; } = First with
    {
        Revision = 2,
        Review = new(WeeklyReview.UsualDay),
        Ladders = First.Ladders.Add(
            new(LadderName.Silence, [Rung.Repeated("watch", "+45cd", "+45cd", Rung.TimesMax, Role.Coordinator)])),
    };

    /// <summary>The newest for a revision that was never shipped.</summary>
    public static Plan At(int revision) => revision == First.Revision ? First : Newest;
}
