using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Tests.Calendars;

/// <summary>
/// Law 8: every shift explains itself. Tests <see cref="Shift"/>, <see cref="WorkCalendar"/>, <see cref="JointDays"/>,
/// <see cref="DaysOff"/>.
/// </summary>
public sealed class A_shifted_date
{
    [Theory]
    [InlineData("2019-10-01", "2019-09-30", "moved from 1 Oct: National Day (CN)")]
    [InlineData("2020-10-01", "2020-09-30", "moved from 1 Oct: National Day and Mid-Autumn Festival (CN)")]
    [InlineData("2020-09-26", "2020-09-27", "moved from 26 Sep: Saturday (CN); Sun 27 Sep counts as a working day (CN)")]
    [InlineData("2020-06-27", "2020-06-28",
        "moved from 27 Jun: Dragon Boat Festival holiday (CN); Sun 28 Jun counts as a working day (CN)")]
    [InlineData("2020-05-10", "2020-05-09", "moved from 10 May: Sunday (CN); Sat 9 May counts as a working day (CN)")]
    [InlineData("2020-03-07", "2020-03-06", "moved from 7 Mar: Saturday (CN)")]
    public void says_why_nobody_works_then_and_why_somebody_does_now(string from, string to, string explained) =>
        Moved(from, to, "CN").Should().Be(explained);

    [Theory]
    [InlineData("2020-03-08", "2020-03-06", "moved from 8 Mar: weekend (CN)")]
    [InlineData("2020-05-03", "2020-04-30", "moved from 3 May: Labour Day holiday, Labour Day (CN)")]
    [InlineData("2020-10-08", "2020-09-30",
        "moved from 8 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)")]
    [InlineData("2020-10-01", "2020-10-09",
        "moved from 1 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN)")]
    [InlineData("2020-04-05", "2020-04-03", "moved from 5 Apr: Qingming Festival holiday, Qingming Festival (CN)")]
    [InlineData("2020-04-05", "2020-04-07", "moved from 5 Apr: Qingming Festival holiday (CN)")]
    public void names_every_day_on_the_way(string from, string to, string explained) => Moved(from, to, "CN").Should().Be(explained);

    [Theory]
    [InlineData("2020-01-07", "2020-01-09", "moved from 7 Jan: Orthodox Christmas Day, New Year Holidays (RU)")]
    [InlineData("2020-01-08", "2019-12-31", "moved from 8 Jan: New Year Holidays, Orthodox Christmas Day (RU), New Year's Day (CN)")]
    [InlineData("2020-05-01", "2020-04-30", "moved from 1 May: Labour Day (CN), Spring and Labour Day (RU)")]
    [InlineData("2020-05-09", "2020-05-08", "moved from 9 May: Victory Day (RU)")]
    [InlineData("2020-03-07", "2020-03-06", "moved from 7 Mar: Saturday (CN, RU)")]
    [InlineData("2020-01-19", "2020-01-17", "moved from 19 Jan: weekend (RU), Saturday (CN)")]
    public void names_the_sides_that_are_off(string from, string to, string explained) =>
        Moved(from, to, "CN", "RU").Should().Be(explained);

    [Fact]
    public void says_nothing_where_nothing_moved() => Moved("2020-09-28", "2020-09-28", "CN").Should().BeNull();

    // A letter that comes on a Sunday is a surprise, whether or not it was moved there.
    [Fact]
    public void says_why_it_is_a_Sunday_where_nothing_moved() =>
        Moved("2020-09-27", "2020-09-27", "CN").Should().Be("Sun 27 Sep counts as a working day (CN)");

    // The item keeps the revision it was accepted with (law 9), its owner lives by the present one.
    [Fact]
    public void gives_one_reason_once_when_two_revisions_of_a_calendar_meet()
    {
        JointDays both = Sample.Days("CN").JoinedWith(Sample.Calendar("CN") with { Revision = 2 });
        Moved("2019-10-01", "2019-09-30", both).Should().Be("moved from 1 Oct: National Day (CN)");
    }

    // A name is a name, also where it reads like a weekday.
    [Fact]
    public void does_not_take_a_holiday_for_a_weekend()
    {
        WorkCalendar calendar = Sample.Plain with
        {
            Holidays = new Dictionary<LocalDate, FollowUp.Agreements.Wording>
            {
                [Sample.Day("2020-03-06")] = new() { En = "Friday" },
                [Sample.Day("2020-03-05")] = new() { En = "4" }
            },
        };
        Moved("2020-03-07", "2020-03-04", new JointDays([calendar])).Should().Be("moved from 7 Mar: Saturday, Friday, 4 (PLAIN)");
    }

    // Law 20.
    [Fact]
    public void does_not_recite_a_whole_calendar()
    {
        Dictionary<LocalDate, FollowUp.Agreements.Wording> holidays = Enumerable.Range(1, 9)
            .ToDictionary(n => Sample.Day("2020-03-01").PlusDays(n), n => new FollowUp.Agreements.Wording { En = $"Day {n}" });
        Moved("2020-03-02", "2020-03-11", new JointDays([Sample.Daily with { Holidays = holidays }]))
            .Should().Be("moved from 2 Mar: Day 1, Day 2, Day 3, Day 4, Day 5, Day 6 (DAILY) and 3 more");
    }

    [Theory]
    [InlineData("2026-12-31", "2026-12-31", null)]
    [InlineData("2027-01-01", "2027-01-01", "CN is not announced beyond 31 Dec 2026: counted by the weekend alone")]
    [InlineData("2027-01-02", "2027-01-01",
        "moved from 2 Jan: Saturday (CN); CN is not announced beyond 31 Dec 2026: counted by the weekend alone")]
    public void says_where_nobody_knows_yet(string from, string to, string? explained) => Moved(from, to, "CN").Should().Be(explained);

    [Fact]
    public void says_it_of_the_side_that_ends()
    {
        Moved("2027-03-01", "2027-03-01", "CN", "RU").Should().Be("CN is not announced beyond 31 Dec 2026: counted by the weekend alone");
        Moved("2028-03-01", "2028-03-01", "CN", "RU").Should().Be(
            "CN is not announced beyond 31 Dec 2026: counted by the weekend alone; RU is not announced beyond 31 Dec 2027: counted by the "
                + "weekend alone");
    }

    private static string? Moved(string from, string to, params string[] calendars) => Moved(from, to, Sample.Days(calendars));

    private static string? Moved(string from, string to, JointDays days) =>
        new Shift(days, null, Sample.Day(from), days, Sample.Day(to)).Explain();
}
