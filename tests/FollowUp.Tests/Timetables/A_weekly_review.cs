using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Once a week, on Monday at nine of their own, everybody above hears of what is late for as long as it is. Due on Friday, 6 March 2020;
/// its owner is told on Monday. Tests <see cref="LeadersReview"/> and <see cref="WeeklyReview"/>.
/// </summary>
public sealed class A_weekly_review
{
    // Law 5: on the ninth the owner is told, and those above wait for the working day after. Law 14: egor and fang heard it there alone.
    [Fact]
    public void tells_every_level_week_by_week_until_it_is_reported_and_then_that_it_is_done()
    {
        Story story = Late().Reports("2020-03-25 10:00").Confirms("2020-03-25 12:00");

        story.ToldOf("review").Should().Be(
            """
            03-16 09:00 fang hears: review/week 1
            03-16 09:00 egor hears: review/week 1
            03-16 09:00 dora hears: review/week 1
            03-23 09:00 fang hears: review/week 2
            03-23 09:00 egor hears: review/week 2
            03-23 09:00 dora hears: review/week 2
            """);
        story.Ledger.Where(row => row.Key.Ladder == LadderName.Closing).Select(row => row.Key.Recipient)
            .Should().BeEquivalentTo("ana", "boris", "chen", "dora", "egor", "fang");
    }

    // Law 5: the newest; and law 3: of the others the ledger says why nobody heard them.
    [Fact]
    public void is_said_once_after_an_outage_of_weeks() =>
        Late(tellsSilence: true).Down("2020-03-14 00:00", "2020-04-02 10:00").Reports("2020-04-06 08:00").ToldOf("review").Should().Be(
            """
            04-02 10:00 fang is spared: review/week 1, superseded by review/week/3 to fang
            04-02 10:00 fang is spared: review/week 2, superseded by review/week/3 to fang
            04-02 10:00 egor is spared: review/week 1, superseded by review/week/3 to egor
            04-02 10:00 egor is spared: review/week 2, superseded by review/week/3 to egor
            04-02 10:00 dora is spared: review/week 1, superseded by review/week/3 to dora
            04-02 10:00 dora is spared: review/week 2, superseded by review/week/3 to dora
            04-02 10:00 fang hears: review/week 3
            04-02 10:00 egor hears: review/week 3
            04-02 10:00 dora hears: review/week 3
            """);

    // Law 5: where the service was down when the owner was to be told, those above wait for a week more.
    [Fact]
    public void waits_for_the_working_day_after_the_owner_was_told() =>
        Late().Down("2020-03-07 00:00", "2020-03-16 08:30").ToldOf("review", "2020-03-23 12:00").Should().Be(
            """
            03-23 09:00 fang hears: review/week 2
            03-23 09:00 egor hears: review/week 2
            03-23 09:00 dora hears: review/week 2
            """);

    // Law 15: whose it is hears nothing in their own place above it; and who is away is heard for.
    [Fact]
    public void never_tells_anybody_of_themselves()
    {
        Person egor = Sample.Person("egor", absences: new Absence(Sample.Day("2020-03-16"), Sample.Day("2020-03-20"), "gleb"));
        Story story = new(Doings.Signed("2020-03-06", "2020-03-04 08:00") with { Chain = ["ana", "egor"] }, Plan.Default, Sample.Cast(egor))
        { TellsNames = true };

        story.ToldOf("review", "2020-03-16 12:00").Should().Be("03-16 09:00 gleb hears: review/week 1 (egor absent → gleb)");
    }

    [Fact]
    public void comes_to_the_coordinator_where_nobody_else_is_above_the_owner() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00") with { Chain = ["ana"] }, Plan.Default) { TellsNames = true }
            .ToldOf("review", "2020-03-16 12:00").Should().Be("03-16 09:00 chen hears: review/week 1 (ana owns it → chen)");

    // Law 8: by the calendar of its reader, whatever the item's is: 4 and 5 May are days off in China, and not in Russia.
    [Theory]
    [InlineData("CN", "2020-05-06 09:00", "moved from 4 May: Labour Day holiday (CN)")]
    [InlineData("PLAIN", "2020-05-04 09:00", null)]
    public void goes_by_the_days_of_its_reader(string calendar, string at, string? explanation)
    {
        Person dora = Sample.Person("dora", Sample.Shanghai, calendar);
        TimetableEntry line = Doings.Signed("2020-04-24", "2020-03-04 08:00", "DAILY").Lines(
            Sample.Cast(dora), Plan.Default, Sample.At("2020-04-28 12:00"), Told("2020-04-27 09:01")).Rung("review/week", 1, "dora");

        (line.Planned, line.DueAt, line.Explanation?.Split(';')[0]).Should().Be((Sample.At(at), Sample.At(at), explanation));
    }

    [Fact]
    public void comes_on_the_day_and_hour_of_its_plan_in_the_zone_of_its_reader()
    {
        Plan plan = Plan.Default with { Review = new(IsoDayOfWeek.Thursday, new LocalTime(17, 30)) };
        Person dora = Sample.Person("dora", Sample.Moscow, "RU");

        Doings.Signed("2020-03-06", "2020-03-04 08:00")
            .Lines(Sample.Cast(dora), plan, Sample.At("2020-03-10 12:00"), Told("2020-03-09 09:01"))
            .Rung("review/week", 0, "dora").Planned.Should().Be(Sample.At("2020-03-12 17:30", Sample.Moscow));
    }

    // Nobody knows yet when it will be, but the timetable says what is expected: the week after the owner's first notice.
    [Fact]
    public void stands_once_in_the_timetable_of_what_is_in_time()
    {
        TimetableEntry[] lines =
        [
            .. Doings.Signed("2020-03-06", "2020-03-04 08:00").Lines(plan: Plan.Default)
                .Where(entry => entry.Key.Ladder == LadderName.Review),
        ];

        lines.Select(line => (line.Key.Recipient, line.Planned, line.DueAt)).Should().Equal(
            ("fang", Sample.At("2020-03-16 09:00"), null), ("egor", Sample.At("2020-03-16 09:00"), null),
            ("dora", Sample.At("2020-03-16 09:00"), null));
    }

    // Law 5: the plan says nothing to the owner, or nothing of it was sent: so nothing is said above them, for ever.
    [Fact]
    public void says_nothing_above_an_owner_who_is_never_told()
    {
        Plan silent = Sample.PlanOf(LadderName.Due, Rung.Once("week", "-7cd", Role.Owner)) with { Review = new(IsoDayOfWeek.Monday) };

        Doings.Signed("2020-03-06", "2020-03-04 08:00").Lines(plan: silent)
            .Should().NotContain(line => line.Key.Ladder == LadderName.Review);
    }

    // Law 16: thousands of items are written down over minutes, and all of them make one letter.
    [Theory]
    [InlineData("09:00", "09:10")]
    [InlineData("09:09", "09:10")]
    [InlineData("09:10", "09:10")]
    [InlineData("09:11", "09:20")]
    public void gathers_what_is_decided_in_ten_minutes(string decided, string slot)
    {
        TimetableEntry line = Doings.Signed("2020-03-06", "2020-03-04 08:00")
            .Lines(Sample.Cast(), Plan.Default, Sample.At("2020-03-16 09:00"), Told("2020-03-09 09:01")).Rung("review/week", 1, "dora");

        LeadersReview.SlotOf(line, Sample.At($"2020-03-16 {decided}"))
            .Should().Be(FollowUp.Values.Slot.FromInstant(Sample.At($"2020-03-16 {slot}")));
    }

    private static Story Late(bool tellsSilence = false) =>
        new(Doings.Signed("2020-03-06", "2020-03-04 08:00"), Plan.Default) { TellsNames = true, TellsSilence = tellsSilence };

    /// <summary>That the owner was told on that day.</summary>
    private static LedgerRow Told(string at) => new(
        new("protocol-1", 1, LadderName.Overdue, "again", 0, "ana"), Role.Owner, Sample.At(at), Sample.At(at), null, NoticeState.Sent,
        Sample.At(at), Sample.At(at), null, "ana", null, FollowUp.Values.Slot.FromInstant(Sample.At(at)));
}
