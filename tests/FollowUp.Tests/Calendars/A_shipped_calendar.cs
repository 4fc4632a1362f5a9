using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Tests.Calendars;

/// <summary>Tests <see cref="OfficialCalendars"/> and <see cref="CalendarCoverage"/>.</summary>
public sealed class A_shipped_calendar
{
    // Dates that were compiled apart from the data.
    [Theory]
    [InlineData("CN", 2019, 250, 249, 250, 249, 249, 251, 248, 248)]
    [InlineData("RU", 2019, 247, 248, 247, 247, 247, 248, 247, 247)]
    public void works_as_many_days_a_year_as_were_announced(string id, int firstYear, params int[] announced)
    {
        WorkCalendar calendar = OfficialCalendars.Find(id)!;
        announced.Select((_, n) => WorkingDays(calendar, firstYear + n)).Should().Equal(announced);
    }

    [Theory]
    [InlineData("2020-09-27", true)]   // Sunday, made up for National Day
    [InlineData("2020-10-10", true)]   // Saturday, likewise
    [InlineData("2020-10-01", false)]
    [InlineData("2020-10-08", false)]  // Thursday
    [InlineData("2020-10-09", true)]
    [InlineData("2020-10-11", false)]  // an ordinary Sunday
    [InlineData("2020-01-31", false)]  // the Spring Festival that the epidemic prolonged
    public void of_China_knows_holidays_and_the_weekends_worked_for_them(string day, bool works) =>
        Sample.Calendar("CN").Works(Sample.Day(day)).Should().Be(works);

    [Theory]
    [InlineData("2020-01-08", false)]
    [InlineData("2020-01-09", true)]
    [InlineData("2020-05-11", false)]  // Victory Day fell on a Saturday
    [InlineData("2021-02-20", true)]   // a Saturday worked for Monday the 22nd
    [InlineData("2021-02-22", false)]
    public void of_Russia_knows_moved_days_off_and_working_Saturdays(string day, bool works) =>
        Sample.Calendar("RU").Works(Sample.Day(day)).Should().Be(works);

    [Fact]
    public void says_how_far_it_is_known()
    {
        Sample.Calendar("CN").KnownThrough.Should().Be(new LocalDate(2026, 12, 31));
        Sample.Calendar("RU").KnownThrough.Should().Be(new LocalDate(2027, 12, 31));
    }

    [Fact]
    public void is_one_of_two() => OfficialCalendars.Find("DE").Should().BeNull();

    private static int WorkingDays(WorkCalendar calendar, int year) =>
        Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year)).Count(n => calendar.Works(new LocalDate(year, 1, 1).PlusDays(n)));
}
