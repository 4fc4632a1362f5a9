using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Tests.Calendars;

/// <summary>
/// Law 8: a count that passes over a holiday lands further away than its reader expects, and says so. Tests <see cref="JointDays"/> and
/// <see cref="WorkdayTable"/>.
/// </summary>
public sealed class A_count_of_working_days
{
    [Theory]
    [InlineData("2020-10-09", -1, "2020-09-30",
        "counted over 1 to 8 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)")]
    [InlineData("2020-10-09", -3, "2020-09-28",
        "counted over 1 to 8 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and Mid-Autumn Festival (CN)")]
    [InlineData("2020-09-30", 1, "2020-10-09",
        "counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN)")]
    [InlineData("2020-09-11", 1, "2020-09-14", null)]
    [InlineData("2020-09-14", -5, "2020-09-07", null)]
    public void says_what_it_passed_over_but_for_ordinary_weekends(string from, int count, string to, string? explained) =>
        Counted(from, count, "CN").Should().Be((Sample.Day(to), explained));

    // 6 and 7 October are as if they had never been for who counts from the 8th.
    [Fact]
    public void says_nothing_of_the_day_it_began_on() =>
        Counted("2020-10-08", -1, "CN").Text.Should().StartWith("counted over 1 to 7 Oct: ");

    [Theory]
    [InlineData("2020-09-25", 1, "2020-09-27", "Sun 27 Sep counts as a working day (CN)")]
    [InlineData("2020-09-25", 2, "2020-09-28", "Sun 27 Sep counts as a working day (CN)")]
    [InlineData("2020-09-27", 1, "2020-09-28", null)]
    [InlineData("2020-04-30", 4, "2020-05-09",
        "counted over 1 to 5 May: Labour Day, Labour Day holiday (CN); Sat 9 May counts as a working day (CN)")]
    public void says_which_weekend_days_it_counted(string from, int count, string to, string? explained) =>
        Counted(from, count, "CN").Should().Be((Sample.Day(to), explained));

    [Theory]
    [InlineData("2020-01-08", -1, "2019-12-31",
        "counted over 1 to 7 Jan: Orthodox Christmas Day, New Year Holidays (RU), New Year's Day (CN)")]
    // CN worked Sunday the 19th and RU did not: that is no joint working day, and nobody misses it
    [InlineData("2020-01-17", 1, "2020-01-20", null)]
    [InlineData("2020-02-21", 1, "2020-02-25", "counted over 24 Feb: day off moved from 2020-02-23 (Defender of the Fatherland Day) (RU)")]
    public void of_two_sides_says_whose_holiday_it_was(string from, int count, string to, string? explained) =>
        Counted(from, count, "CN", "RU").Should().Be((Sample.Day(to), explained));

    [Fact]
    public void over_several_holidays_names_the_first_few()
    {
        Counted("2020-01-02", 84, "CN").Text.Should().Be(
            "counted over 24 to 31 Jan: Spring Festival holiday, Spring Festival, special: Spring Festival holiday extension (COVID-19) "
                + "(CN); "
            + "counted over 6 Apr: Qingming Festival holiday (CN); counted over 1 to 5 May: Labour Day, Labour Day holiday (CN); "
            + "Sun 19 Jan counts as a working day (CN); Sun 26 Apr counts as a working day (CN); Sat 9 May counts as a working day (CN)");
        Counted("2020-01-02", 300, "CN").Text.Should().Contain("; and over further holidays; ").And.EndWith("; and so do further days");
    }

    [Fact]
    public void that_began_in_a_year_nobody_knows_says_so() => Counted("2027-01-04", -1, "CN").Should().Be(
        (Sample.Day("2027-01-01"), "CN is not announced beyond 31 Dec 2026: counted by the weekend alone"));

    private static (LocalDate To, string? Text) Counted(string from, int count, params string[] calendars)
    {
        JointDays days = Sample.Days(calendars);
        LocalDate to = days.AddWorkingDays(Sample.Day(from), count);
        return (to, new Shift(days, Sample.Day(from), to, days, to).Explain());
    }
}
