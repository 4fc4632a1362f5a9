using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Tests.Calendars;

/// <summary>
/// Tests <see cref="WorkCalendar"/>, <see cref="JointDays"/>, <see cref="WorkdayTable"/> and <see cref="NoWorkingDayException"/>.
/// </summary>
public sealed class Counting_working_days
{
    [Theory]
    [InlineData("2020-09-30", 1, "2020-10-09")]   // over National Day, 1 to 8 October
    [InlineData("2020-10-09", -1, "2020-09-30")]
    [InlineData("2020-09-25", 1, "2020-09-27")]   // onto the Sunday made up for it
    [InlineData("2020-09-26", 1, "2020-09-27")]   // from a day off
    [InlineData("2020-10-08", -1, "2020-09-30")]
    [InlineData("2020-09-24", 5, "2020-09-30")]   // 25, 27, 28, 29, 30
    [InlineData("2020-10-01", 0, "2020-10-01")]   // none: the day itself, worked or not
    [InlineData("2020-01-23", 1, "2020-02-03")]   // over the prolonged Spring Festival
    public void goes_to_the_nth_after_or_before(string from, int count, string to) =>
        Sample.Days("CN").AddWorkingDays(Sample.Day(from), count).Should().Be(Sample.Day(to));

    [Theory]
    [InlineData("2019-12-31", 1, "2020-01-09")]   // CN back on the 2nd, RU on the 9th
    [InlineData("2020-01-23", 1, "2020-02-03")]   // RU worked the last week of January, CN did not
    [InlineData("2020-01-17", 1, "2020-01-20")]   // CN worked Sunday the 19th, RU did not
    [InlineData("2020-05-08", 1, "2020-05-12")]   // CN worked Saturday the 9th; in RU Monday the 11th was off
    [InlineData("2020-05-12", -4, "2020-04-30")]  // 8, 7, 6 May and, over both Labour Days, 30 April
    public void of_two_sides_takes_days_on_which_both_work(string from, int count, string to) =>
        Sample.Days("CN", "RU").AddWorkingDays(Sample.Day(from), count).Should().Be(Sample.Day(to));

    [Fact]
    public void goes_back_and_forward_to_the_nearest()
    {
        JointDays days = Sample.Days("CN");
        days.RollBack(Sample.Day("2020-10-04")).Should().Be(Sample.Day("2020-09-30"));
        days.RollForward(Sample.Day("2020-10-04")).Should().Be(Sample.Day("2020-10-09"));
        days.RollBack(Sample.Day("2020-09-27")).Should().Be(Sample.Day("2020-09-27"), "that Sunday is worked");
        days.RollForward(Sample.Day("2020-09-26")).Should().Be(Sample.Day("2020-09-27"));
    }

    [Fact]
    public void ends_where_there_is_no_common_day()
    {
        WorkCalendar weekdays = Sample.Plain with { Id = "WEEK" };
        WorkCalendar weekends = Sample.Plain with
        {
            Id = "END",
            Weekend = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day is > 0 and < IsoDayOfWeek.Saturday)],
        };
        JointDays never = new([weekdays, weekends]);

        never.Invoking(days => days.RollForward(Sample.Day("2020-01-01"))).Should().Throw<NoWorkingDayException>()
            .WithMessage("WEEK and END have no working day in common within a year of *");
        never.Invoking(days => days.AddWorkingDays(Sample.Day("2020-01-01"), -1)).Should().Throw<NoWorkingDayException>();
    }

    // A unit that works on Saturdays would else hear on the one Saturday of the year that the ministry makes up for a holiday.
    [Fact]
    public void of_somebody_who_rests_on_every_weekday_that_the_others_work_are_theirs_alone()
    {
        WorkCalendar saturdays = Sample.Plain with { Id = "SAT", Weekend = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day is not (IsoDayOfWeek.None or IsoDayOfWeek.Saturday))] };
        JointDays both = Sample.Days("CN").JoinedWith(saturdays);

        both.Calendars.Should().Equal(saturdays);
        both.RollForward(Sample.Day("2020-06-17")).Should().Be(Sample.Day("2020-06-20"));
        Sample.Days("CN").JoinedWith(Sample.Plain).Calendars.Should().HaveCount(2, "they meet on weekdays");
    }

    // What lies beyond every announcement is gone through by weeks; it must come to the same as going by days.
    [Fact]
    public void comes_to_the_same_in_years_that_nobody_knows() => Seeds.Each(500, random =>
    {
        WorkCalendar one =
            Sample.Calendar(random.One("CN", "RU")) with { KnownThrough = new LocalDate(2019, 1, 1).PlusDays(random.Next(3_000)) };
        one = one with { Holidays = Until(one.Holidays, one.KnownThrough), WorkingDays = Until(one.WorkingDays, one.KnownThrough) };
        JointDays days = random.One(new JointDays([one]), new JointDays([one, Sample.Plain with { KnownThrough = new(2020, 2, 3) }]),
            new JointDays([one, Sample.Daily with { KnownThrough = new(2020, 2, 3) }]));
        LocalDate from = new LocalDate(2018, 1, 1).PlusDays(random.Next(5_000));
        int count = random.Next(-800, 800);

        LocalDate day = from;
        for (int left = Math.Abs(count); left > 0;)
        {
            day = day.PlusDays(Math.Sign(count));
            left -= days.Works(day) ? 1 : 0;
        }

        days.AddWorkingDays(from, count).Should().Be(day, $"{count} from {from}, known through {one.KnownThrough}");
    });

    // A calendar that is counted by is read off once, for all days that it names: inside, at both ends and far from them.
    [Fact]
    public void knows_each_day_as_its_calendars_do() => Seeds.Each(300, random =>
    {
        JointDays days = Sample.Days(random.One<string[]>(["CN"], ["RU"], ["CN", "RU"], ["DAILY", "RU"], ["PLAIN"]));
        bool Worked(LocalDate day) => days.Calendars.All(calendar => calendar.Works(day));
        LocalDate from = random.One<LocalDate>(new(1600, 1, 1), new(1969, 12, 20), new(2018, 12, 20), new(2020, 1, 1), new(2026, 12, 20),
            new(2400, 1, 1)).PlusDays(random.Next(30));
        List<LocalDate> span = [.. Enumerable.Range(0, 60).Select(from.PlusDays)];

        span.Where(days.Works).Should().Equal(span.Where(Worked));
        days.CountWorkingDays(from, from.PlusDays(60)).Should().Be(span.Count(Worked));
        days.RollForward(from).Should().Be(span.First(Worked));
        days.RollBack(span[^1]).Should().Be(span.Last(Worked));
    });

    [Fact]
    public void of_a_corrected_calendar_goes_by_the_correction()
    {
        WorkCalendar before = Sample.Calendar("CN");
        new JointDays([before]).AddWorkingDays(Sample.Day("2020-09-30"), 1).Should().Be(Sample.Day("2020-10-09"));

        WorkCalendar after = before with { Holidays = Until(before.Holidays, Sample.Day("2020-10-05")) };
        new JointDays([after]).AddWorkingDays(Sample.Day("2020-09-30"), 1).Should().Be(Sample.Day("2020-10-06"));
        (after with { Weekend = [] }).Works(Sample.Day("2020-10-11")).Should().BeTrue();
        new JointDays([after with { Weekend = [] }]).AddWorkingDays(Sample.Day("2020-10-10"), 1).Should().Be(Sample.Day("2020-10-11"));
        new JointDays([before]).AddWorkingDays(Sample.Day("2020-09-30"), 1).Should().Be(Sample.Day("2020-10-09"));
    }

    [Fact]
    public void ends_with_the_side_that_is_known_the_shortest() =>
        Sample.Days("RU", "CN").KnownThrough.Should().Be(Sample.Day("2026-12-31"));

    private static Dictionary<LocalDate, FollowUp.Agreements.Wording> Until(
        IReadOnlyDictionary<LocalDate, FollowUp.Agreements.Wording> days, LocalDate last) =>
        days.Where(day => day.Key <= last).ToDictionary();
}
