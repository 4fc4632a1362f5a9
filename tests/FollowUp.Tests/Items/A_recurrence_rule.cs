using FollowUp.Items;

namespace FollowUp.Tests.Items;

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
        RecurrenceRule.Fault(rule, Sample.Day(first)).Should().BeNull();
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
    [InlineData("FREQ=MONTHLY", "2020-01-31", "skips months that lack such a day*BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=30", "2020-01-30", "skips months that lack such a day*")]
    [InlineData("FREQ=YEARLY", "2020-02-29", "skips months that lack such a day*")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "2020-01-07", "does not come round on the due date, 2020-01-07*")]
    [InlineData("FREQ=YEARLY;COUNT=1", "2020-01-15", "has no second occurrence")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28;BYDAY=MO;INTERVAL=1000", "2020-01-15", "does not come round on the due date*")]
    [InlineData("FREQ=MONTHLY;INTERVAL=999999999", "2020-01-15", "is no recurrence rule*")]
    [InlineData("FREQ=MONTHLY;COUNT=99999999999999999999", "2020-01-15", "is no recurrence rule*")]
    [InlineData("RRULE:FREQ=MONTHLY", "2020-01-15", "is no recurrence rule*")]
    [InlineData("every quarter", "2020-01-15", "is no recurrence rule*")]
    [InlineData("FREQ=MONTHLY;X-MINE=1", "2020-01-15", "is no recurrence rule*")]
    public void that_cannot_be_followed_is_refused(string rule, string first, string why) =>
        RecurrenceRule.Fault(rule, Sample.Day(first)).Should().Match(why);

    // The last day of a year skips nothing: every year has one.
    [Theory]
    [InlineData("FREQ=YEARLY", "2020-12-31")]
    [InlineData("FREQ=YEARLY", "2019-01-30")]
    [InlineData("FREQ=WEEKLY", "2020-01-31")]
    public void that_never_skips_is_taken_on_any_day(string rule, string first) =>
        RecurrenceRule.Fault(rule, Sample.Day(first)).Should().BeNull();
}
