using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Timetables;
using NodaTime;
using FollowUp.Values;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 7: wherever an item is due and wherever its readers are, nobody is told "overdue" before it is, and everybody on their first morning
/// after. Tests <see cref="ScheduledTime"/> and <see cref="Decision"/>.
/// </summary>
public sealed class Every_pair_of_time_zones
{
    /// <summary>From eleven hours behind to fourteen ahead, with halves and quarters, and whatever clocks do at midnight.</summary>
    private static readonly string[] Zones =
    [
        "Pacific/Pago_Pago", "Pacific/Honolulu", "Pacific/Marquesas", "America/Anchorage", "America/New_York", "America/Havana",
        "America/Santiago", "America/St_Johns", "America/Sao_Paulo", "Atlantic/Azores",
        "UTC", "Africa/Casablanca", "Europe/Kaliningrad", "Europe/Moscow", "Asia/Beirut", "Asia/Tehran", "Asia/Kathmandu", "Asia/Shanghai",
        "Australia/Eucla",
        "Australia/Lord_Howe", "Asia/Kamchatka", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati",
    ];

    /// <summary>Plain ones; before the clocks change somewhere, in spring and autumn; in Apia a Thursday without a Friday.</summary>
    private static readonly string[] Days =
    [
        "2026-11-05", "2020-03-27", "2020-03-07", "2018-11-03", "2010-11-06", "2010-10-30", "2011-12-28", "2011-12-29",
    ];

    public static TheoryData<string> Hours => ["00:00", "00:30", "02:30", "09:00", "12:45", "23:00", "23:59"];

    [Theory]
    [MemberData(nameof(Hours))]
    public void tells_of_lateness_at_the_plans_hour_and_not_before_the_day_is_over(string hour)
    {
        Plan plan = Sample.PlanOf(LadderName.Overdue, Rung.Once("again", "+1cd", Role.Owner, Role.Coordinator), hour);
        foreach ((string due, string reader, string day) in from due in Zones
                                                            from reader in Zones
                                                            from day in Days
                                                            select (due,
            reader, day))
        {
            AgreedItem item = Sample.Item(day, "2009-01-06 09:00", due, "DAILY");
            Instant overdue = item.StartOf(item.DueOn.PlusDays(1));
            Contacts cast = Sample.CastIn(reader, "DAILY");
            TimetableEntry entry = item.Lines(cast, plan).Rung("overdue/again", to: "ana");

            Instant[] mornings = [.. Enumerable.Range(1, 4).Select(n => cast["ana"].ToInstant(item.DueOn.PlusDays(n) + plan.Hour))];
            entry.Planned
                .Should().Be(mornings.First(morning => morning >= overdue), "it is due on {0} in {1} and told in {2}", day, due, reader);
            entry.DueAt.Should().Be(entry.Planned);
            Subject(entry, item, overdue, cast).Should().StartWith("Overdue by ").And.NotContain("by 0 days");
        }
    }

    [Fact]
    public void lets_levels_wait_as_well()
    {
        Plan plan = Sample.PlanOf(LadderName.Overdue, Rung.Once("level-1", "+1cd", "level-1"));
        AgreedItem item = Sample.Item("2026-11-05", "2026-01-06 09:00", "Pacific/Pago_Pago", "DAILY");
        item.Lines(Sample.CastIn("Pacific/Kiritimati", "DAILY"), plan).Rung("overdue/level-1").DueAt
            .Should().Be(Sample.At("2026-11-07 09:00", "Pacific/Kiritimati"));
    }

    private static string Subject(TimetableEntry entry, AgreedItem item, Instant overdue, Contacts cast)
    {
        LedgerRow row = entry.ToRow(entry.Planned) with { SentTo = "ana", Slot = Slot.FromInstant(entry.Planned) };
        Instant told = Instant.Max(entry.Planned, overdue) + Duration.FromMinutes(1);
        return SampleLetters.Templates.Render(
            LetterComposer.Compose(new("ana", row.Slot!), cast["ana"].Person, [SampleLetters.Facts(row, item)],
                "https://board.example/board/", "followup.example", told, _ => [])).Subject;
    }
}
