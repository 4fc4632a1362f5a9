using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// Each event of a file is off, worked, or said to be passed over, and why. Tests <see cref="EventRevisionResolver"/>,
/// <see cref="SkippedEvents"/>, <see cref="VEvent"/>, <see cref="CalendarFileFaults"/> and <see cref="CalendarFileContent"/>.
/// </summary>
public sealed class Which_events_count
{
    private static readonly string Series = Ics.Event("a", "RRULE:FREQ=DAILY;COUNT=3");

    [Fact]
    public void The_newest_of_a_UID_alone()
    {
        Read read =
            Ics.Read(
                Ics.Of(Ics.Event("a", "SEQUENCE:0"), Ics.Event("a", "SEQUENCE:1 \nDTSTART;VALUE=DATE:20240613\nSUMMARY:x moved"),
                    Ics.Event("a", "DTSTART;VALUE=DATE:20240617")));
        read.Days.Should().Be("06-13");
        read.PassedOver.Should().Equal("06-10 x: is older than another of its UID: SEQUENCE 0, and 1 counts",
            "06-17 x: is older than another of its UID: SEQUENCE 0, and 1 counts");
    }

    [Fact]
    public void A_newer_one_that_is_cancelled_takes_the_older_with_it()
    {
        Read read =
            Ics.Read(
                Ics.Of(Ics.Event("a", "SEQUENCE:0"), Ics.Event("a", "SEQUENCE:1\nSTATUS:CANCELLED"),
                    Ics.Event("b", "DTSTART;VALUE=DATE:20240613")));
        read.Days.Should().Be("06-13");
        read.PassedOver.Should().Equal("06-10 x: is older than another of its UID: SEQUENCE 0, and 1 counts", "06-10 x: is cancelled");
    }

    [Theory]
    [InlineData("STATUS:CANCELLED")]
    [InlineData("status:cancelled ")]
    [InlineData("STATUS:CANCELED")]
    public void None_that_is_cancelled(string status) =>
        Ics.Read(Ics.Of(Ics.Event("a", ""), Ics.Event("b", $"{status}\nX-NO:HOUR\nDTSTART:99"))).PassedOver
            .Should().Equal("- x: is cancelled");

    [Fact]
    public void None_of_a_calendar_that_is_sent_to_cancel()
    {
        string cancelled = Ics.Of(Ics.Event("b", "DTSTART;VALUE=DATE:20240613"))
            .Replace("PRODID", "METHOD:CANCEL\nPRODID", StringComparison.Ordinal);
        Read read = Ics.Read(Ics.Of(Ics.Event("a", "")) + cancelled);
        read.Days.Should().Be("06-10");
        read.PassedOver.Should().Equal("06-13 x: is cancelled");
        Ics.Read(cancelled).Faults.Should().Equal("/events: make no day, neither off nor worked; of the first: it is cancelled");
    }

    [Theory]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20240611")]
    [InlineData("RECURRENCE-ID:20240611T000000Z")]
    [InlineData("RECURRENCE-ID;TZID=Europe/Berlin:20240611T000000")]
    public void No_day_that_is_cancelled(string day)
    {
        Read read = Ics.Read(Ics.Of(Series, Ics.Event("a", $"{day}\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20240611")));
        read.Days.Should().Be("06-10 06-12");
        read.PassedOver.Should().Equal("06-11 x: is cancelled");
    }

    [Theory]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20240611\nDTSTART;VALUE=DATE:20240620",
        "/events/1: changes one day of another event; leave that day out there (EXDATE), and let this be an event of its own (event a)")]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20240611\nSTATUS:CANCELLED",
        "/events/1: cancels a day of another event and more (RANGE=THISANDFUTURE); end the rule there (UNTIL) (event a)")]
    [InlineData("RECURRENCE-ID:20240610T160000Z\nSTATUS:CANCELLED", "/events/0: names an hour in UTC in its RECURRENCE-ID*(event a)")]
    [InlineData("SEQUENCE:one", "/events/1: has in its SEQUENCE, line 16, no number: “one” (event a)")]
    [InlineData("DTSTART;VALUE=DATE:20240620", "/events/1: has the UID and the SEQUENCE of /events/0, and says something else: *")]
    [InlineData("STATUS:CANCELLED", "/events/1: has the UID and the SEQUENCE of /events/0, and says something else: *")]
    public void Nothing_that_could_be_read_otherwise(string lines, string fault) =>
        Ics.Read(Ics.Of(Series, Ics.Event("a", $"SUMMARY:x\n{lines}"))).Faults.Should().ContainSingle().Which.Should().Match(fault);

    [Fact]
    public void A_status_that_is_none_is_refused() =>
        Ics.Read(Ics.Of(Ics.Event("a", "STATUS:BUSY"))).Faults.Should().Equal("/events/0: has a STATUS that is none: “BUSY” (event a)");

    [Fact]
    public void What_is_there_twice_counts_once()
    {
        Read read = Ics.Read(Ics.Of(Series, Series));
        read.Days.Should().Be("06-10 06-11 06-12");
        read.PassedOver.Should().Equal("06-10 x: is in the file twice");
    }

    [Fact]
    public void A_cancelled_day_of_an_event_that_is_not_there_is_said_to_be_passed_over() =>
        Ics.Read(Ics.Of(Series, Ics.Event("z", "RECURRENCE-ID;VALUE=DATE:20240711\nSTATUS:CANCELLED"))).PassedOver
            .Should().Equal("07-11 x: cancels a day of an event that is not in the file");

    [Fact]
    public void Events_without_a_UID_are_each_their_own() =>
        Ics.Read(Ics.Of("DTSTART;VALUE=DATE:20240610\nSUMMARY:x", "DTSTART;VALUE=DATE:20240612\nSUMMARY:x\nUID: ")).Days
            .Should().Be("06-10 06-12");

    [Fact]
    public void What_is_no_event_is_said_to_be_passed_over() =>
        Ics.Read(
            Ics.Of(Series).Replace("BEGIN:VEVENT",
                "BEGIN:VJOURNAL\nDUE;VALUE=DATE:20240701\nSUMMARY:File\\, report\nEND:VJOURNAL\nBEGIN:VEVENT", StringComparison.Ordinal))
            .PassedOver.Should().Equal("07-01 File, report: is no event but a VJOURNAL");

    [Fact]
    public void Years_that_were_put_one_after_the_other_all_do()
    {
        Read read = Ics.Read(Ics.Of(Ics.Event("a", "")) + "\uFEFF" + Ics.Of(Ics.Event("b", "DTSTART;VALUE=DATE:20240613")));
        read.Days.Should().Be("06-10 06-13");
    }
}
