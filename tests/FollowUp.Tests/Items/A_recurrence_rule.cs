using FollowUp.Items;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="RecurrenceRule"/>, <see cref="RecurrenceText"/> and <see cref="RecurrencePeriods"/>.</summary>
public sealed class A_recurrence_rule
{
    [Theory]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "2020-01-15", "2020-01-15 2020-04-15 2020-07-15 2020-10-15")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2020-01-31", "2020-01-31 2020-02-29 2020-03-31 2020-04-30")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "2020-01-06", "2020-01-06 2020-02-03 2020-03-02 2020-04-06")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2019-12-27", "2019-12-27 2020-01-10 2020-01-24 2020-02-07")]
    [InlineData("FREQ=YEARLY;COUNT=2", "2020-06-01", "2020-06-01 2021-06-01")]
    [InlineData("FREQ=YEARLY;UNTIL=20221231", "2020-12-31", "2020-12-31 2021-12-31 2022-12-31")]
    public void counts_from_the_first_day(string rule, string first, string days)
    {
        RecurrenceRule.Fault(rule, Sample.Day(first), 2400).Should().BeNull();
        Recurrence recurrence = new(rule, Sample.Day(first), 1, "meet");
        Enumerable.Range(1, 4).Select(n => recurrence.DueOn(n)).OfType<NodaTime.LocalDate>()
            .Should().Equal(days.Split(' ').Select(Sample.Day));
    }

    // Law 18: what cannot be armed is not accepted, and the way out is said.
    [Theory]
    [InlineData("FREQ=DAILY", "2020-01-15", "must come round by week, month or year*")]
    [InlineData("INTERVAL=2", "2020-01-15", "is no recurrence rule*FREQ*")]
    [InlineData("FREQ=HOURLY", "2020-01-15", "must come round by week, month or year*")]
    [InlineData("FREQ=WEEKLY;BYHOUR=9", "2020-01-15", "names an hour*")]
    [InlineData("FREQ=WEEKLY;UNTIL=20211231T000000Z", "2020-01-15", "ends at an hour*")]
    [InlineData("FREQ=MONTHLY", "2020-01-31", "misses February 2020, which has no such day; for the last day of each write BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=30", "2020-01-30", "misses February 2020*")]
    [InlineData("FREQ=YEARLY", "2020-02-29", "misses 2021*; for the last day of February write BYMONTH=2;BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "2020-01-07", "does not come round on the due date, 2020-01-07*")]
    [InlineData("FREQ=YEARLY;COUNT=1", "2020-01-15", "has no second occurrence")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28;BYDAY=MO;INTERVAL=1000", "2020-01-15", "does not come round on the due date*")]
    [InlineData("FREQ=MONTHLY;INTERVAL=999999999", "2020-01-15", "is no recurrence rule*")]
    [InlineData("FREQ=MONTHLY;COUNT=99999999999999999999", "2020-01-15", "is no recurrence rule*")]
    [InlineData("RRULE:FREQ=MONTHLY", "2020-01-15", "is no recurrence rule*: it begins with FREQ; leave RRULE: out")]
    [InlineData(" FREQ=MONTHLY", "2020-01-15", "is no recurrence rule*: it holds a blank, or what nobody sees (U+0020); take it out")]
    [InlineData("FREQ=MONTHLY\u00a0", "2020-01-15", "is no recurrence rule*(U+00A0); take it out")]
    [InlineData("FREQ=MONTHLY;UNTIL=20200101", "2020-01-15",
        "ends on 2020-01-01, before the due date, 2020-01-15, from which its occurrences are counted")]
    [InlineData("every quarter", "2020-01-15", "is no recurrence rule*")]
    [InlineData("FREQ=MONTHLY;X-MINE=1", "2020-01-15", "is no recurrence rule*")]
    public void that_cannot_be_followed_is_refused(string rule, string first, string why) =>
        RecurrenceRule.Fault(rule, Sample.Day(first), 2400).Should().Match(why);

    // A month, year or week that a rule promises must have its day, however that is written: which one has none is said, and the way out.
    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=5FR", "2027-01-29",
        "misses February 2027, which has no such day; for the last Friday of each month write BYDAY=-1FR")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=5", "2027-01-29",
        "misses February 2027*; for the last Friday of each month write BYDAY=-1FR")]
    [InlineData("FREQ=MONTHLY;BYDAY=-5FR", "2027-01-01", "misses February 2027*; for the first Friday of each month write BYDAY=1FR")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-5", "2027-01-01",
        "misses February 2027*; for the first Friday of each month write BYDAY=1FR")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=366", "2028-12-31", "misses 2029*; for the last day of each year write BYYEARDAY=-1")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-366", "2028-01-01", "misses 2029*; for the first day of each year write BYYEARDAY=1")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR", "2027-01-01",
        "misses 2027 (counted in weeks), which has no such day; for the last week of each year write BYWEEKNO=-1")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-53", "2026-01-01", "misses 2027*; for the first week of each year write BYWEEKNO=1")]
    [InlineData("FREQ=YEARLY;BYDAY=53FR", "2027-12-31", "misses 2028*")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29", "misses February 2029*BYMONTHDAY=-1")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=31", "2027-01-31", "misses April 2027*BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=31", "2027-01-31", "misses April 2027*BYMONTHDAY=-1")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,4", "2027-01-31", "misses April 2027*BYMONTHDAY=-1")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=5MO", "2027-03-29", "misses March 2028*; for the last Monday of each month write BYDAY=-1MO")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-31", "2027-01-01", "misses February 2027*; for the first day of each write BYMONTHDAY=1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=29,30,31;BYSETPOS=1", "2027-01-29", "misses February 2027*")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2027-08-13", "misses September 2027*")]
    [InlineData("FREQ=MONTHLY;INTERVAL=12", "2028-02-29", "misses February 2029*")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;COUNT=5", "2027-12-30", "misses February 2028*")]
    [InlineData("FREQ=MONTHLY;COUNT=3", "2027-07-31", "misses September 2027*")]
    [InlineData("FREQ=MONTHLY;UNTIL=20280229", "2027-12-31", "misses February 2028*")]
    [InlineData("FREQ=YEARLY;INTERVAL=30", "2028-02-29", "misses 2058*")]
    [InlineData("freq=monthly;byday=5fr", "2027-01-29", "misses February 2027*")]
    public void that_misses_what_it_promises_is_refused(string rule, string first, string why) =>
        RecurrenceRule.Fault(rule, Sample.Day(first), 2400).Should().Match(why);

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "2027-12-31")]
    [InlineData("FREQ=MONTHLY;INTERVAL=12", "2028-01-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-01-30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2027-01-31")]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,3,5,7,8,10,12;BYMONTHDAY=31", "2027-01-31")]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,3,5,7,8,10,12", "2027-03-31")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3,5,7;BYMONTHDAY=30", "2027-01-30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,-1", "2027-01-15")]
    [InlineData("FREQ=MONTHLY;COUNT=2", "2027-07-31")]
    [InlineData("FREQ=MONTHLY;UNTIL=20270915", "2027-07-31")]
    [InlineData("FREQ=YEARLY;INTERVAL=4", "2028-02-29")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-1", "2027-12-31")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-1", "2027-12-31")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2027-01-04")]
    [InlineData("FREQ=YEARLY;BYDAY=52FR", "2027-12-24")]
    [InlineData("FREQ=YEARLY;BYDAY=-1FR", "2027-12-31")]
    [InlineData("FREQ=WEEKLY;BYMONTH=6;BYDAY=MO,TH", "2027-06-03")]
    [InlineData("FREQ=YEARLY", "2020-12-31")]
    [InlineData("FREQ=YEARLY", "2019-01-30")]
    [InlineData("FREQ=WEEKLY", "2020-01-31")]
    public void that_misses_nothing_is_taken(string rule, string first) =>
        RecurrenceRule.Fault(rule, Sample.Day(first), 2400).Should().BeNull();

    // What programs read in different ways, or by the standard means nothing there.
    [Theory]
    [InlineData("FREQ=MONTHLY;COUNT=3;UNTIL=20271231", "2027-01-15", "*UNTIL stands beside COUNT*")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=13", "2027-01-13", "*BYMONTHDAY counts days of months*")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=31", "2027-12-31", "*BYMONTHDAY needs its months*BYMONTH=6*")]
    [InlineData("FREQ=MONTHLY;BYYEARDAY=100", "2027-04-10", "*BYYEARDAY counts days of years*")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100;BYMONTH=9", "2027-04-10", "*BYYEARDAY stands beside*")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=2", "2027-01-13", "*BYWEEKNO counts weeks*")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=17,-36", "2027-04-27", "*BYWEEKNO counts from the start*")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", "2027-01-04", "*BYDAY has a number*")]
    [InlineData("FREQ=MONTHLY;BYDAY=6FR", "2027-01-29", "*BYDAY has a number above 5*")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "2027-01-04", "*BYSETPOS chooses*")]
    [InlineData("FREQ=MONTHLY;FREQ=WEEKLY", "2027-01-04", "*FREQ stands in it twice")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "2027-01-04", "*BYMONTHDAY names numbers from 1 to 31*")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "2027-01-04", "*BYMONTHDAY names numbers from 1 to 31*")]
    [InlineData("FREQ=MONTHLY;BYDAY=XX", "2027-01-04", "*BYDAY names weekdays*")]
    [InlineData("FREQ=MONTHLY;INTERVAL=0", "2027-01-04", "*INTERVAL is a number from 1*")]
    [InlineData("FREQ=MONTHLY;UNTIL=2027-12-31", "2027-01-04", "*UNTIL is a day*")]
    [InlineData("FREQ=MONTHLY;SKIP=BACKWARD", "2027-01-31", "*SKIP is none of its parts")]
    [InlineData("FREQ=MONTHLY;", "2027-01-04", "*none of its parts")]
    [InlineData("FREQ=FORTNIGHTLY", "2027-01-04", "*FREQ is WEEKLY, MONTHLY or YEARLY")]
    public void that_means_nothing_is_refused(string rule, string first, string why) =>
        RecurrenceRule.Fault(rule, Sample.Day(first), 2400).Should().Match(why);

    // By the library alone, these would end a year early.
    [Theory]
    [InlineData("FREQ=YEARLY;BYDAY=1SA;UNTIL=20290401", "2027-01-02", "2027-01-02 2028-01-01 2029-01-06")]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYDAY=52SA,1SA;UNTIL=20310308", "2027-12-25", "2027-12-25 2031-01-04")]
    public void that_ends_early_in_a_year_loses_none_of_its_days(string rule, string first, string days) =>
        Enumerable.Range(1, 4).Select(n => new Recurrence(rule, Sample.Day(first), 1, "meet").DueOn(n)).OfType<NodaTime.LocalDate>()
            .Should().Equal(days.Split(' ').Select(Sample.Day));

    // What was accepted once goes on, though nobody could register it today.
    [Fact]
    public void that_would_be_refused_today_goes_on() =>
        Enumerable.Range(1, 4).Select(n => new Recurrence("FREQ=MONTHLY", Sample.Day("2027-01-31"), 1, "meet").DueOn(n))
        .Should().Equal(
            new[] { "2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31" }.Select(day => (NodaTime.LocalDate?)Sample.Day(day)));
}
