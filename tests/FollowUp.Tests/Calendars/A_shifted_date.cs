using FollowUp.Calendars;

namespace FollowUp.Tests.Calendars;

/// <summary>Law 8: every shift explains itself.</summary>
public sealed class A_shifted_date
{
    [Theory]
    [InlineData("2019-10-01", "2019-09-30", "moved from 1 Oct: National Day (CN)")]
    [InlineData("2020-10-01", "2020-09-30", "moved from 1 Oct: National Day and Mid-Autumn Festival (CN)")]
    [InlineData("2020-09-26", "2020-09-27", "moved from 26 Sep: Saturday (CN); Sun 27 Sep counts as a working day (CN)")]
    [InlineData("2020-06-27", "2020-06-28", "moved from 27 Jun: Dragon Boat Festival holiday (CN); Sun 28 Jun counts as a working day (CN)")]
    [InlineData("2020-05-10", "2020-05-09", "moved from 10 May: Sunday (CN); Sat 9 May counts as a working day (CN)")]
    [InlineData("2020-03-07", "2020-03-06", "moved from 7 Mar: Saturday (CN)")]
    public void says_why_nobody_works_then_and_why_somebody_does_now(string from, string to, string explained) =>
        Sample.Days("CN").Explain(Sample.Day(from), Sample.Day(to)).Should().Be(explained);

    [Theory]
    [InlineData("2020-01-07", "2020-01-09", "moved from 7 Jan: Orthodox Christmas Day (RU)")]
    [InlineData("2020-05-01", "2020-04-30", "moved from 1 May: Labour Day (CN), Spring and Labour Day (RU)")]
    [InlineData("2020-05-09", "2020-05-08", "moved from 9 May: Victory Day (RU)")]
    public void names_the_sides_that_are_off(string from, string to, string explained) =>
        Sample.Days("CN", "RU").Explain(Sample.Day(from), Sample.Day(to)).Should().Be(explained);

    [Fact]
    public void says_nothing_where_nothing_moved() =>
        Sample.Days("CN").Explain(Sample.Day("2020-09-27"), Sample.Day("2020-09-27")).Should().BeNull();

    // The item keeps the revision it was accepted with (law 9), its owner lives by the present one.
    [Fact]
    public void gives_one_reason_once_when_two_revisions_of_a_calendar_meet()
    {
        JointDays both = Sample.Days("CN").And(Sample.Calendar("CN") with { Revision = 2 });
        both.Explain(Sample.Day("2019-10-01"), Sample.Day("2019-09-30")).Should().Be("moved from 1 Oct: National Day (CN)");
    }
}
