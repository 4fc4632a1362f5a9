using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Rig;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// What may wait comes in one letter a day or a week; what could not wait never does. Tests <see cref="Step7Rhythm"/>,
/// <see cref="RhythmLetter"/>, <see cref="Rhythm"/> and <see cref="HoldPhrases"/>.
/// </summary>
public sealed class The_rhythm_of_a_reader
{
    private static readonly Rhythm Mondays = Rhythm.Fewest;
    private static readonly Rhythm Daily = new(Pace.Daily, null, new LocalTime(7, 30));

    /// <summary>A Friday.</summary>
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-03-02 08:00", Sample.Shanghai, "PLAIN");

    [Fact]
    public void holds_reminders_for_the_next_letter_and_nothing_of_the_last_days()
    {
        IReadOnlyList<TimetableEntry> lines = Item.Lines(Of(Mondays));

        Told(lines, "due/month").Should().Be("2020-04-29 09:00 → 2020-05-04 09:00: held for the weekly letter of Mon 4 May");
        Told(lines, "due/week").Should().Be("2020-05-22 09:00 → 2020-05-25 09:00: held for the weekly letter of Mon 25 May");
        Told(lines, "due/eve").Should().Be("2020-05-28 09:00 → 2020-05-28 09:00");
        Told(lines, "due/day").Should().Be("2020-05-29 09:00 → 2020-05-29 09:00");
        Told(lines, "receipt/at-once").Should().Be("2020-03-02 09:00 → 2020-03-02 09:00");
        Told(lines, "overdue/again").Should().Be("2020-06-01 09:00 → 2020-06-01 09:00");
    }

    /// <summary>A letter on the due date itself leaves nobody a day.</summary>
    [Fact]
    public void waits_for_no_letter_of_the_day_on_which_it_is_due()
    {
        IReadOnlyList<TimetableEntry> lines = Item.Lines(Of(new(Pace.Weekly, IsoDayOfWeek.Friday, new LocalTime(0, 0))));

        Told(lines, "due/week").Should().Be("2020-05-22 09:00 → 2020-05-22 09:00");
        Told(lines, "due/month").Should().StartWith("2020-04-29 09:00 → 2020-05-01 00:00");
    }

    [Fact]
    public void is_the_hour_of_its_reader_or_else_of_the_plan()
    {
        Told(Item.Lines(Of(Daily)), "due/week").Should().Be("2020-05-22 09:00 → 2020-05-25 07:30: held for the daily letter of Mon 25 May");
        Told(Item.Lines(Of(Daily with { Hour = null })), "due/week").Should().Be("2020-05-22 09:00 → 2020-05-22 09:00");
        Told(Item.Lines(Of(Rhythm.AtOnce)), "due/month").Should().Be("2020-04-29 09:00 → 2020-04-29 09:00");
    }

    /// <summary>China rests from 1 to 5 May 2020: the letter of Monday the 4th comes on the 6th.</summary>
    [Fact]
    public void comes_on_the_next_working_day_where_its_own_is_a_day_off() => RhythmLetter.FirstFrom(
        Sample.At("2020-04-29 09:00"), Mondays, new(Sample.Person("ana"), Sample.Calendar("CN")), new(9, 0))
        .Should().Be(Sample.At("2020-05-06 09:00"));

    /// <summary>Samoa had no Friday the 30th of December 2011: that day's letter comes at the same hour of the Saturday.</summary>
    [Fact]
    public void comes_on_the_day_after_one_that_a_zone_left_out() => RhythmLetter.FirstFrom(
        Sample.At("2011-12-30 12:15", "Etc/UTC"),
        new(Pace.Daily, null, new LocalTime(2, 15)),
        new(Sample.Person("ana", "Pacific/Apia", "PLAIN"), Sample.Calendar("PLAIN")),
        new(9, 0))
        .Should().Be(Sample.At("2011-12-30 12:15", "Etc/UTC"));

    /// <summary>Law 6: what follows counts from the plan's moment; law 5: a delay of ours counts from the letter.</summary>
    [Fact]
    public void moves_no_other_notice_and_is_no_delay_of_ours()
    {
        TimetableEntry week = Item.Lines(Of(Mondays)).Rung("due/week");
        LedgerRow row = week.ToRow(Sample.At("2020-05-25 09:00"));

        (row.Planned, row.Since, row.Held).Should().Be(
            (Sample.At("2020-05-22 09:00"), Sample.At("2020-05-25 09:00"), "held for the weekly letter of Mon 25 May"));
        Item.Lines(Of(Mondays)).Select(line => (line.Key, line.Planned)).Should().Equal(
            Item.Lines(Of(null)).Select(line => (line.Key, line.Planned)));
    }

    /// <summary>Whoever takes another rhythm while something waits gets it with that one: nothing is lost, nothing comes twice.</summary>
    [Fact]
    public void can_be_changed_while_something_waits()
    {
        Instant thursday = Sample.At("2020-04-30 12:00");

        Sent(Of(Mondays), thursday).Should().BeEmpty();
        Sent(Of(Daily with { Hour = new LocalTime(10, 0) }), thursday).Should().Equal("due/month/0 to ana");
        Sent(Of(Rhythm.AtOnce), thursday).Should().Equal("due/month/0 to ana");
        Sent(Of(Mondays with { On = IsoDayOfWeek.Tuesday }), Sample.At("2020-05-05 09:00")).Should().Equal("due/month/0 to ana");
    }

    /// <summary>What is moved to an earlier day while a reminder of it waits goes at once.</summary>
    [Fact]
    public void gives_way_once_the_due_date_comes_before_the_letter()
    {
        Plan plan = Sample.PlanOf(LadderName.Waiting, Rung.Once("ask", "+3cd", Role.Liaison));
        AgreedItem waiting = Item.Suspend(new("chen"), Sample.At("2020-03-03 10:00"), "their text");

        Told(waiting.Lines(Of(Mondays, "chen"), plan), "waiting/ask").Should().StartWith("2020-03-06 09:00 → 2020-03-09 09:00");
        Told((waiting with { DueOn = Sample.Day("2020-03-09") }).Lines(Of(Mondays, "chen"), plan), "waiting/ask")
            .Should().Be("2020-03-06 09:00 → 2020-03-06 09:00");
    }

    /// <summary>Law 5: whoever stands above would wait with it.</summary>
    [Fact]
    public void holds_nothing_that_a_level_waits_for()
    {
        Plan plan = Sample.PlanOf(LadderName.Waiting, Rung.Once("ask", "+3cd", Role.Liaison)) with
        {
            Ladders = [new(LadderName.Waiting, [Rung.Once("ask", "+3cd", Role.Liaison), Rung.Once("up", "+9cd", "level-1")])],
        };
        AgreedItem waiting = Item.Suspend(new("chen"), Sample.At("2020-03-03 10:00"), "their text");

        Told(waiting.Lines(Of(Mondays, "chen"), plan), "waiting/ask").Should().Be("2020-03-06 09:00 → 2020-03-06 09:00");
    }

    [Fact]
    public void holds_word_that_something_is_over_also_after_its_day()
    {
        AgreedItem late = Item.Withdraw(new("chen"), Sample.At("2020-06-10 14:37"), "agreed otherwise");

        Told(late.Lines(Of(Mondays)), "closing/done", "ana")
            .Should().Be("2020-06-10 09:00 → 2020-06-15 09:00: held for the weekly letter of Mon 15 Jun");
    }

    /// <summary>What asks for a signature or a decision, tells what changed, or tells of lateness.</summary>
    [Theory]
    [InlineData(LadderName.Receipt)]
    [InlineData(LadderName.Overdue)]
    [InlineData(LadderName.Confirmation)]
    [InlineData(LadderName.Returned)]
    [InlineData(LadderName.Extension)]
    [InlineData(LadderName.Answered)]
    [InlineData(LadderName.Moved)]
    [InlineData(LadderName.Handover)]
    [InlineData(LadderName.Absence)]
    [InlineData(LadderName.Undelivered)]
    public void is_not_for_what_cannot_wait(LadderName ladder) => ladder.MayWait().Should().BeFalse();

    /// <summary>Whatever the rhythm, zone and moment: the letter is the first of its kind, on a working day, at its hour.</summary>
    [Fact]
    public void comes_soon() => Seeds.Each(2_000, random =>
    {
        Contact to = new(
            Sample.Person("ana", random.One(Sample.Shanghai, Sample.Moscow, "Pacific/Apia", "America/St_Johns")),
            Sample.Calendar(random.One("CN", "RU", "PLAIN")));
        Rhythm rhythm = new(
            random.One(Pace.Daily, Pace.Weekly), (IsoDayOfWeek)random.Next(1, 8), new(random.Next(24), random.Next(60)));
        Instant from = Instant.FromUtc(2019, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(3 * 365 * 24 * 60));
        Instant letter = RhythmLetter.FirstFrom(from, rhythm, to, new(9, 0));

        (letter - from).Should().BeGreaterThanOrEqualTo(Duration.Zero).And.BeLessThan(Duration.FromDays(7 + 11));
        to.Calendar.Works(letter.InZone(to.Zone).Date).Should().BeTrue();
        RhythmLetter.FirstFrom(letter, rhythm, to, new(9, 0)).Should().Be(letter);
        Instant before = from - Duration.FromMinutes(random.Next(10_000));
        RhythmLetter.FirstFrom(before, rhythm, to, new(9, 0)).Should().BeLessThanOrEqualTo(letter);
    });

    private static Contacts Of(Rhythm? rhythm, string person = "ana") => Sample.Cast(
        [.. new[] { "ana", "boris", "chen", "dora", "gleb" }.Select(id => Sample.Person(id, calendar: "PLAIN") with
        {
            Rhythm = id == person ? rhythm : null,
        })]);

    private static string Told(IReadOnlyList<TimetableEntry> lines, string rung, string? to = null)
    {
        TimetableEntry line = lines.Rung(rung, to: to);
        return $"{Wall(line.Planned)} → {Wall(line.DueAt!.Value)}{(line.Held is { } held ? $": {held}" : "")}";
    }

    private static string Wall(Instant at) =>
        at.InZone(DateTimeZoneProviders.Tzdb[Sample.Shanghai]).LocalDateTime.ToString("uuuu-MM-dd HH:mm", null);

    /// <summary>Of what concerns the due date, since before it was held.</summary>
    private static IEnumerable<string> Sent(Contacts cast, Instant now) => Decision
        .Decide(now, [.. Item.Lines(cast).Where(line => line.Key.Ladder == LadderName.Due)],
            line => new(cast[line.Key.Recipient].Person, null))
        .Rows.Where(row => row.State == NoticeState.Planned).Select(row => row.Key.ToString());
}
