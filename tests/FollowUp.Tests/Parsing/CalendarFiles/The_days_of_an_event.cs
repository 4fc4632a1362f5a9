using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// What an event covers, as the files of the wild write it. Tests <see cref="RecurrenceExpander"/>, <see cref="EventSpan"/>,
/// <see cref="ICalDateTime"/>, <see cref="ICalDuration"/> and <see cref="CalendarTimeZone"/>.
/// </summary>
public sealed class The_days_of_an_event
{
    private const string Monday = "DTSTART;VALUE=DATE:20240610";

    [Theory]
    [InlineData("DTEND;VALUE=DATE:20240610", "06-10")]
    [InlineData("DURATION:P0D", "06-10")]
    [InlineData("DURATION:PT0S", "06-10")]
    [InlineData("DURATION:PT24H", "06-10")]
    [InlineData("DURATION:p2d", "06-10 06-11")]
    [InlineData("DURATION:P2DT0H0M0S", "06-10 06-11")]
    [InlineData("DURATION:P1W", "06-10 06-11 06-12 06-13 06-14 06-15 06-16")]
    [InlineData("DTEND;VALUE=DATE:20240612\nDURATION:P2D", "06-10 06-11")]
    [InlineData("DTEND:20240610T235959", "06-10")]
    [InlineData("DTEND:20240610T235959Z", "06-10")]
    [InlineData("DTEND:20240610T180000", "06-10")]
    [InlineData("DTEND:20240611T000000", "06-10")]
    [InlineData("DTEND;TZID=Europe/Berlin:20240611T235900", "06-10 06-11")]
    [InlineData("DTEND;VALUE=DATE:20240612 \t", "06-10 06-11")]
    [InlineData("dtend;value=date;X-A=\"a;b:c\":20240612", "06-10 06-11")]
    public void end_as_every_calendar_program_shows_it(string end, string days) =>
        Ics.Read(Ics.Of(Ics.Event("a", end))).Days.Should().Be(days);

    [Theory]
    [InlineData("DTSTART:20240610", "06-10")]
    [InlineData("DTSTART;VALUE=\"DATE\":20240610 ", "06-10")]
    [InlineData("DTSTART;TZID=Europe/Berlin;VALUE=DATE:20240610", "06-10")]
    [InlineData("DTSTART;VALUE=DATE:20240610T000000", "06-10")]
    [InlineData("DTSTART:20240610T000000\nDTEND:20240611T000000", "06-10")]
    [InlineData("DTSTART;TZID=China Standard Time:20240610T000000\nDTEND;TZID=China Standard Time:20240611T235959", "06-10 06-11")]
    [InlineData("DTSTART:20240610T000000\nDTEND;VALUE=DATE:20240611", "06-10")]
    public void begin_with_the_day_however_it_is_written(string start, string days) =>
        Ics.Read(Ics.Of(Ics.Event("a", start))).Days.Should().Be(days);

    [Theory]
    [InlineData("20240609T160000Z", "20240610T160000Z", "06-10")]
    [InlineData("20240610T000000Z", "20240611T000000Z", null)]
    public void are_those_of_the_calendars_zone_where_it_names_one(string start, string end, string? days)
    {
        Read read =
            Ics.Read(
                Ics.Of(Ics.Event("a", $"DTSTART:{start}\nDTEND:{end}"))
                    .Replace("PRODID", "X-WR-TIMEZONE:Asia/Shanghai\nPRODID", StringComparison.Ordinal));
        if (days is not null)
        {
            read.Days.Should().Be(days);
            return;
        }

        read.Faults.Should().ContainSingle().Which.Should().StartWith("/events/0: must begin on a day from 1600 to 2400, without an hour")
            .And.Contain("lasts from 08:00 to 08:00");
    }

    // Nobody can say which day it is, so nobody guesses.
    [Theory]
    [InlineData("DTSTART:20240609T160000Z\nDTEND:20240610T160000Z",
        "/events/0: names an hour in UTC in its DTSTART*X-WR-TIMEZONE*(event a)")]
    [InlineData(Monday + "\nDTEND:20240611T040000Z", "/events/0: names an hour in UTC in its DTEND*(event a)")]
    [InlineData(Monday + "\nDTEND:20240611T090000",
        "/events/0: begins with a day and ends within one, 2024-06-11 09:00*DTEND;VALUE=DATE:20201009 (event a)")]
    [InlineData(Monday + "\nDURATION:PT36H",
        "/events/0: is of whole days, and lasts hours (DURATION, line 9, “PT36H”), which programs read differently; write days, like P2D "
            + "(event a)")]
    [InlineData(Monday + "\nDURATION:PT48H", "/events/0: is of whole days, and lasts hours*")]
    [InlineData(Monday + "\nDTEND;VALUE=DATE:20240609", "/events/0: ends before it begins (2024-06-10), on 2024-06-09 (event a)")]
    [InlineData(Monday + "\nDURATION:-P1D", "/events/0: has in its DURATION, line 9, no length like P1D: “-P1D” (event a)")]
    [InlineData(Monday + "\nDURATION:P", "/events/0: has in its DURATION, line 9, no length like P1D: “P” (event a)")]
    [InlineData(Monday + "\nDTEND;VALUE=DATE:20240612\nDURATION:P1D",
        "/events/0: has a DTEND, line 9, and a DURATION, line 10, that end it differently (event a)")]
    [InlineData(Monday + "\nDTSTART;VALUE=DATE:20240611",
        "/events/0: has two of DTSTART, in line 8 and in line 9: which one counts? (event a)")]
    [InlineData("DTSTART;VALUE=DATE:20240231",
        "/events/0: has in its DTSTART, line 8, no day from 1600 to 2400 like 20201001: “20240231” (event a)")]
    [InlineData("DTSTART;VALUE=DATE:2024-06-10", "/events/0: has in its DTSTART, line 8, no day*“2024-06-10”*")]
    [InlineData("DTSTART:20240610T250000",
        "/events/0: has in its DTSTART, line 8, no hour from 000000 to 235959: “20240610T250000” (event a)")]
    [InlineData(Monday + "\nDTEND:20240610T240000", "/events/0: has in its DTEND, line 9, no hour*“20240610T240000”*")]
    [InlineData("DTSTART;VALUE=DATE:20240610T090000", "/events/0: says VALUE=DATE in its DTSTART, line 8, and names an hour: *")]
    [InlineData("DTSTART:20240610T090000\nDTEND:20240610T180000",
        "/events/0: must begin on a day*lasts from 09:00 to 18:00*?working=班 or ?ignore=Eve (event a)")]
    public void are_refused_with_the_true_cause_where_they_could_be_others(string lines, string fault) =>
        Ics.Read(Ics.Of(Ics.Event("a", $"SUMMARY:x\n{lines}"))).Faults.Should().ContainSingle().Which.Should().Match(fault);

    [Theory]
    [InlineData("DTSTART:20240914T090000\nDTEND:20240914T180000\nSTATUS:TENTATIVE\nTRANSP:OPAQUE", "+09-14")]
    [InlineData("DTSTART;TZID=Asia/Shanghai:20240914T090000\nDURATION:PT9H", "+09-14")]
    [InlineData("DTSTART:20240914T090000", "+09-14")]
    [InlineData("DTSTART:20240914T000000\nDTEND:20240915T000000", "+09-14")]
    [InlineData("DTSTART:20240914T220000\nDTEND:20240915T060000", "+09-14 +09-15")]
    public void that_is_worked_may_have_hours(string lines, string days) =>
        Ics.Read(Ics.Of(Ics.Event("b", $"{lines}\nSUMMARY:中秋节 补班 第1天/共1天")), working: "补班").Days.Should().Be(days);

    [Fact]
    public void in_a_zone_where_it_is_another_day_than_in_the_calendars_are_refused() =>
        Ics.Read(
            Ics.Of(Ics.Event("b", "DTSTART;TZID=America/New_York:20240913T210000\nDURATION:PT9H\nSUMMARY:补班"))
                .Replace("PRODID", "X-WR-TIMEZONE:Asia/Shanghai\nPRODID", StringComparison.Ordinal), working: "补班")
            .Faults.Should().Equal(
                "/events/0: names 2024-09-13 in America/New_York in its DTSTART, which is 2024-09-14 in Asia/Shanghai, the zone of the "
                    + "calendar; write the day alone (event b)");
}
