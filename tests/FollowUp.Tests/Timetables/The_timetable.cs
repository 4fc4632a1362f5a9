using System.Collections.Immutable;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Timetables.Rig;
using FollowUp.Timetables;
using NodaTime;
using Offset = FollowUp.Plans.Offset;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Random plans, items, people and calendars, held against the naive reading of docs/design.md  3. Tests <see cref="RungScheduler"/>.
/// Also tests <see cref="TimetableContext"/> and <see cref="TimetableInputs"/>.
/// </summary>
public sealed class The_timetable
{
    private static readonly string[] Zones =
        [
            "Asia/Shanghai",
            "Europe/Moscow",
            "Europe/Berlin",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "America/Los_Angeles",
            "Pacific/Auckland",
        ];

    private static readonly string[] Roles =
    [
        "owner", "supporting", "issuer", "coordinator", "liaison", "level-1", "level-2", "level-3", "level-4",
    ];

    [Fact]
    public void says_what_the_design_says_about_thousands_of_items() => Seeds.Each(2_000, random =>
    {
        AgreedItem item = Item(random);
        Plan plan = random.Chance(0.3) ? Sample.Ladders : RandomPlan(random);
        Dictionary<string, Contact> people = People(random);
        JointDays days = Sample.Days([.. item.Calendars.Select(calendar => calendar.Id)]);

        IEnumerable<string> expected = new Naive(item, plan, days.Calendars, people).All()
            .Select(said =>
                $"{said.Ladder}/{said.Rung}/{said.Occurrence} {said.Role} {said.To} {said.At} skipped:{said.IsSkipped}{said.Explained}");
        IEnumerable<string> actual = Timetable.Compute(item, plan, days, new(people), [], Instant.MinValue)
            .Select(entry =>
                $"{entry.Key.Ladder}/{entry.Key.Rung}/{entry.Key.Occurrence} {entry.Role} {entry.Key.Recipient} {entry.Planned} "
                    + $"skipped:{entry.Skip == "before assignment"}{Kinds(entry.Explanation)}");

        actual.Order().Should().Equal(expected.Order());
    });

    [Fact]
    public void is_in_order_and_within_one_moment_in_the_order_of_the_plan() => Seeds.Each(300, random =>
    {
        Plan plan = RandomPlan(random);
        int Place(RungKey key) => plan.Ladder(key.Ladder)!.Rungs.Select(rung => rung.Id).ToList().IndexOf(key.Rung);

        IReadOnlyList<TimetableEntry> entries = Item(random).Lines(new(People(random)), plan);

        entries.Should().Equal(
            entries.OrderBy(entry => entry.Planned).ThenBy(entry => entry.Key.Ladder).ThenBy(entry => Place(entry.Key))
                .ThenBy(entry => entry.Key.Occurrence));
    });

    [Fact]
    public void is_there_for_an_item_of_which_nobody_wrote_down_when_it_was_registered() =>
        (Sample.Item("2020-03-06", "2020-01-06 09:00", "America/Los_Angeles") with { AssignedAt = null, RegisteredAt = null }).Lines()
            .Rung("blocked/week").Skip.Should().BeNull();

    /// <summary>
    /// Every shift explains itself (law 8): that it does where there is one, and says nothing where there is none. The words have tests of
    /// their own.
    /// </summary>
    private static string Kinds(string? explanation)
    {
        string[] parts = explanation?.Split("; ") ?? [];
        bool Any(string kind) => parts.Any(part => part.StartsWith(kind, StringComparison.Ordinal));
        bool Says(string kind) => parts.Any(part => part.Contains(kind, StringComparison.Ordinal));
        return $"{(Any("counted over") ? " counted" : "")}{(Any("moved from") ? " moved" : "")}{(Any("not told before") ? " early" : "")}"
            + $"{(Says(" counts as a working day (") ? " Sunday" : "")}{(Says(" is not announced beyond ") ? " unknown" : "")}";
    }

    private static AgreedItem Item(Random random)
    {
        string zone = random.One(Zones);
        LocalDate assigned = new LocalDate(2019, 1, 1).PlusDays(random.Next(6 * 365));
        LocalDate due = assigned.PlusDays(random.Chance(0.1) ? -random.Next(40) : random.Next(500));
        string[] calendars = random.One<string[]>(["CN"], ["RU"], ["PLAIN"], ["DAILY"], ["CN", "RU"], ["PLAIN", "RU"]);
        Instant at = assigned.At(new LocalTime(random.Next(24), random.Next(60))).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone])
            .ToInstant();
        AgreedItem item = Sample.Item("2020-01-01", "2020-01-01 09:00", zone, calendars) with
        {
            DueOn = due,
            OriginalDueOn = due,
            AssignedAt = at,
        };
        Instant later = at + Duration.FromHours(random.Next(10_000));
        return random.Next(4) switch
        {
            0 => item with { Receipt = new("ana", later) },
            1 => item with { Completion = new("ana", later, new("none", null, "by phone")) },
            _ => item,
        };
    }

    private static Dictionary<string, Contact> People(Random random) =>
        new[] { "ana", "boris", "chen", "dora", "egor", "fang", "gleb" }.ToDictionary(id => id, id =>
        {
            string calendar = random.One("CN", "RU", "PLAIN", "DAILY");
            return new Contact(Sample.Person(id, random.One(Zones), calendar), Sample.Calendar(calendar));
        });

    private static Plan RandomPlan(Random random)
    {
        LadderName[] names = [LadderName.Receipt, LadderName.Due, LadderName.Overdue, LadderName.Progress, LadderName.Confirmation];
        LocalTime hour = new(random.Next(24), 15 * random.Next(4));
        return new("random", hour, 2, [.. names.Where(_ => random.Chance(0.7)).Select(name => new Ladder(name, Rungs(random, name)))]);
    }

    private static ImmutableArray<Rung> Rungs(Random random, LadderName ladder) => [.. Enumerable.Range(0, 1 + random.Next(4)).Select(n =>
    {
        int least = ladder == LadderName.Due ? -60 : 0;
        Offset offset = random.Chance(0.3) ? new(random.Next(least / 30, 6), OffsetUnit.Months)
            : new(random.Next(least, 60), random.One(OffsetUnit.WorkingDays, OffsetUnit.CalendarDays));
        Offset? every = random.Chance(0.5) ? null : new(1 + random.Next(10), random.One(Enum.GetValues<OffsetUnit>()));
        ImmutableArray<string> to = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.One(Roles)).Distinct()];
        return new Rung($"r{n}", offset, every, every is null ? 0 : random.Next(1, 6), to);
    })];
}
