using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// Rules, the days they leave out and those they have besides. Tests <see cref="RecurrenceExpander"/> and <see cref="ICalRecurrenceRule"/>.
/// </summary>
public sealed class What_comes_round
{
    private const string ThreeDays = "RRULE:FREQ=DAILY;COUNT=3\n";

    [Theory]
    [InlineData("EXDATE;VALUE=DATE:20240611", "06-10 06-12")]
    [InlineData("EXDATE;TZID=Europe/Berlin:20240611T000000", "06-10 06-12")]
    [InlineData("EXDATE;TZID=\"Europe/Berlin\":20240611T090000", "06-10 06-12")]
    [InlineData("EXDATE:20240611T000000Z", "06-10 06-12")]
    [InlineData("EXDATE:20240611", "06-10 06-12")]
    [InlineData("EXDATE;VALUE=DATE:20240611,20240612", "06-10")]
    [InlineData("EXDATE;VALUE=DATE:20240611 , 20240612 ", "06-10")]
    [InlineData("EXDATE;VALUE=DATE:20240610\nEXDATE:20240612T000000", "06-11")]
    [InlineData("RDATE;VALUE=DATE:20240614,20240612", "06-10 06-11 06-12 06-14")]
    [InlineData("RDATE:20240614T000000\nEXDATE;VALUE=DATE:20240614", "06-10 06-11 06-12")]
    public void leaves_out_what_it_says_in_any_form(string lines, string days) =>
        Ics.Read(Ics.Of(Ics.Event("a", ThreeDays + lines))).Days.Should().Be(days);

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20240612", "06-10 06-11 06-12")]
    [InlineData("RRULE:freq=daily;until=20240612T000000Z ", "06-10 06-11 06-12")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20240612T235959", "06-10 06-11 06-12")]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=20250101T040000Z", "06-10")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=2", "06-10 07-08")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=+2MO", "06-10")]
    [InlineData("RRULE:FREQ=YEARLY", "06-10")]
    [InlineData("RRULE:FREQ=YEARLY;INTERVAL=9999", "06-10")]
    public void ends_with_its_rule_or_with_what_is_known(string rule, string days) =>
        Ics.Read(Ics.Of(Ics.Event("a", rule))).Days.Should().Be(days);

    // Every fourth year by the standard; every year, on the 28th or on 1 March, by programs that people use.
    [Theory]
    [InlineData("FREQ=YEARLY", null)]
    [InlineData("FREQ=YEARLY;BYMONTH=2", null)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "02-29 02-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20210301", "02-29 02-28")]
    public void from_29_February_says_what_it_means(string rule, string? days)
    {
        Read read = Ics.Read(Ics.Of(Ics.Event("a", $"DTSTART;VALUE=DATE:20200229\nRRULE:{rule}")));
        if (days is not null)
        {
            read.Days.Should().Be(days);
            return;
        }

        read.Faults.Should().ContainSingle()
            .Which.Should().Contain("29 February comes round every fourth year by the standard, and every year by some programs");
    }

    [Fact]
    public void over_the_turn_of_the_year_ends_with_what_is_known() =>
        Ics.Read(Ics.Of(Ics.Event("a", "DTSTART;VALUE=DATE:20230731\nDTEND;VALUE=DATE:20230803\nRRULE:FREQ=MONTHLY;INTERVAL=17"))).Days
            .Should().Be("07-31 08-01 08-02 12-31");

    [Fact]
    public void is_left_out_by_the_hour_it_begins_at() =>
        Ics.Read(
            Ics.Of(Ics.Event(
                "a", "DTSTART;TZID=Asia/Shanghai:20240914T090000\nSUMMARY:补班\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20240921T010000Z")),
                working: "班").Days.Should().Be("+09-14 +09-28");

    // Exchange, Thunderbird and Evolution have names of their own for zones, by which what is written in UTC has its day.
    [Theory]
    [InlineData("\"China Standard Time\"", "RRULE:FREQ=DAILY;UNTIL=20240611T160000Z", "06-10 06-11 06-12")]
    [InlineData("China Standard Time", "RRULE:FREQ=DAILY;UNTIL=20240611T155959Z", "06-10 06-11")]
    [InlineData("\"Russian Standard Time\"", "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20240610T210000Z", "06-10 06-12")]
    [InlineData("/mozilla.org/20050126_1/Asia/Shanghai", "RRULE:FREQ=DAILY;UNTIL=20240611T160000Z", "06-10 06-11 06-12")]
    [InlineData("/freeassociation.sourceforge.net/Europe/Moscow", "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20240610T210000Z", "06-10 06-12")]
    public void in_a_zone_as_programs_call_it_is_followed(string zone, string rule, string days) =>
        Ics.Read(Ics.Of(Ics.Event("a", $"DTSTART;TZID={zone}:20240610T000000\nDTEND;TZID={zone}:20240611T000000\n{rule}"))).Days
            .Should().Be(days);

    // A day that nothing has is no reason to refuse; nor is it passed over in silence.
    [Fact]
    public void that_leaves_out_what_it_does_not_have_says_so() =>
        Ics.Read(Ics.Of(Ics.Event("a", $"{ThreeDays}EXDATE;VALUE=DATE:20240711"))).PassedOver
            .Should().Equal("07-11 x: is left out or cancelled, and was no day of this event");

    [Fact]
    public void and_is_left_out_altogether_says_so() =>
        Ics.Read(Ics.Of(Ics.Event("a", "EXDATE;VALUE=DATE:20240610"), Ics.Event("b", "DTSTART;VALUE=DATE:20240614"))).PassedOver
            .Should().Equal("06-10 x: has no day: all are left out or cancelled");

    [Theory]
    [InlineData("EXDATE:20240610T160000Z", "/events/0: names an hour in UTC in its EXDATE, 2024-06-10 16:00, and which day*(event a)")]
    [InlineData("EXDATE;VALUE=DATE:20240632", "/events/0: has in its EXDATE, line 10, no day*“20240632” (event a)")]
    [InlineData("RDATE;VALUE=PERIOD:20240612T000000/P1D", "/events/0: names periods in its RDATE, line 10; *")]
    [InlineData("RDATE;VALUE=DATE:20250612", "/events/0: reaches beyond knownThrough, 2024-12-31 (event a)")]
    [InlineData("EXRULE:FREQ=DAILY", "/events/0: leaves days out by a rule (EXRULE, line 10)*")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4", "/events/0: has two of RRULE, in line 9 and in line 10: which one counts? (event a)")]
    public void is_refused_where_it_could_be_read_otherwise(string lines, string fault) =>
        Ics.Read(Ics.Of(Ics.Event("a", $"SUMMARY:x\n{ThreeDays}{lines}"))).Faults.Should().ContainSingle().Which.Should().Match(fault);

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=20240611T160000Z",
        "whether 2024-06-12 is its last day is read differently; write UNTIL as it begins, like UNTIL=20240612 for a day")]
    [InlineData("FREQ=YEARLY;BYMONTH=7;BYDAY=1MO",
        "it begins on 2024-06-10, which is no day of the rule; begin it on 2024-07-01, its first")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "it names no day, or none for a very long time")]
    [InlineData("FREQ=DAILY;UNTIL=20240101", "it names no day up to 2024-12-31")]
    [InlineData("FREQ=DAYLY", "FREQ cannot be DAYLY")]
    [InlineData("COUNT=3", "it does not say FREQ")]
    [InlineData("FREQ=DAILY;COUNT=0", "COUNT cannot be 0")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", "INTERVAL cannot be -1")]
    [InlineData("FREQ=DAILY;COUNT=3;COUNT=4", "COUNT stands in it twice")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20240612", "it has both COUNT and UNTIL")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", "BYMONTH cannot be 13")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", "a number before a weekday goes with FREQ=MONTHLY or YEARLY alone, without BYWEEKNO")]
    [InlineData("FREQ=MONTHLY;BYDAY=MONDAY", "BYDAY cannot be MONDAY")]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY", "RSCALE=CHINESE is none of its parts")]
    public void by_a_rule_that_is_none_is_refused_with_the_part_that_is_wrong(string rule, string why) =>
        Ics.Read(Ics.Of(Ics.Event("a", $"RRULE:{rule}"))).Faults
            .Should().Equal($"/events/0: comes round by a rule that cannot be followed: {why} (line 9, “{rule}”) (event a)");

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=9")]
    [InlineData("FREQ=HOURLY")]
    public void within_the_day_is_refused(string rule) =>
        Ics.Read(Ics.Of(Ics.Event("a", $"RRULE:{rule}"))).Faults.Should().ContainSingle()
            .Which.Should().StartWith("/events/0: comes round within the day; a day off comes round by day, week, month or year");
}
