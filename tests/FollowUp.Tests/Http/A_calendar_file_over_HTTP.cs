using System.Net.Http.Headers;
using System.Text;
using FollowUp.Http;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="CalendarResource"/> and <see cref="CalendarFileRequest"/>.
/// Also tests <see cref="CalendarFileMerge"/>.
/// </summary>
public sealed class A_calendar_file_over_HTTP
{
    private const string File =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Kazakhstan\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200321\r\n"
            + "DTEND;VALUE=DATE:20200326\r\nSUMMARY:Nauryz\r\nEND:VEVENT\r\n"
        + "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20200404\r\nSUMMARY:Worked for the 24th\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static Task<Answer> Put(Town town, string query, string file = File) =>
        town.Send("PUT", $"/api/calendars/KZ{query}", new StringContent(file, Encoding.UTF8, new MediaTypeHeaderValue("text/calendar")));

    [Fact]
    public async Task becomes_a_calendar_like_any_other()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        Answer put = await Put(town, "?knownThrough=2020-12-31&working=worked");
        put.Status.Should().Be(200, put.Text);

        Answer read = await town.Get("/api/calendars/KZ");
        read.Body!["holidays"]!.AsArray().Should().HaveCount(5);
        ((string)read.Body!["workingDays"]![0]!["date"]!).Should().Be("2020-04-04");
        ((string)read.Body!["name"]!["en"]!).Should().Be("Kazakhstan");
        ((int)(await Put(town, "?knownThrough=2020-12-31&working=worked")).Body!["revision"]!)
            .Should().Be(1, "the same again is no new revision");
        (await town.Put("/api/calendars/KZ", read.Body!)).Status.Should().Be(200, "what was read can be written back");
    }

    [Fact]
    public async Task that_leaves_something_open_is_refused_and_nothing_is_stored()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        (await Put(town, "")).Pointers.Should().Equal("/knownThrough");
        (await Put(town, "?knownThrough=2020-12-31")).Pointers.Should().Equal("/events/1");
        (await Put(town, "?knownThrough=2020-12-31&working=worked&weekend=caturday")).Pointers.Should().Equal("/weekend");
        (await Put(town, "?knownThrough=2020-12-31&workin=worked")).Pointers.Should().Equal("/workin");
        (await Put(town, "?knownThrough=2020-12-31&working=worked", "hello")).Status.Should().Be(422);
        (await Put(town, "?knownThrough=2020-12-31&working=worked", new string('x', 2_100_000))).Status.Should().Be(413);
        (await town.Get("/api/calendars/KZ")).Status.Should().Be(404);
    }

    // Offices publish one year at a time, and the letters of this year still have to find its holidays.
    [Fact]
    public async Task that_begins_later_than_the_calendar_says_whether_the_years_before_stay()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        (await Put(town, "?knownThrough=2020-12-31&working=worked")).Status.Should().Be(200);
        string next = File.Replace("2020", "2021", StringComparison.Ordinal).Replace("20210404", "20210403", StringComparison.Ordinal);

        Answer open = await Put(town, "?knownThrough=2021-12-31&working=worked", next);
        open.Pointers.Should().Equal("/earlier");
        open.Text.Should().Contain("KZ knows days since 2020, and the file begins in 2021; keep them, or drop them");
        (await Put(town, "?knownThrough=2021-12-31&working=worked&earlier=some", next)).Pointers.Should().Equal("/earlier");
        Answer kept = await Put(town, "?knownThrough=2021-12-31&working=worked&earlier=keep", next);
        (kept.Status, kept.Body!["holidays"]!.AsArray().Count, kept.Body!["workingDays"]!.AsArray().Count)
            .Should().Be((200, 10, 2), kept.Text);

        string later = next.Replace("2021", "2023", StringComparison.Ordinal).Replace("20230403", "20230401", StringComparison.Ordinal);
        Answer hole = await Put(town, "?knownThrough=2023-12-31&working=worked&earlier=keep", later);
        hole.Pointers.Should().Equal("/earlier");
        hole.Text.Should().Contain("KZ is known through 2021-12-31, and the file begins in 2023");
        Answer dropped = await Put(town, "?knownThrough=2023-12-31&working=worked&earlier=drop", later);
        (dropped.Status, dropped.Body!["holidays"]!.AsArray().Count).Should().Be((200, 5), dropped.Text);
    }

    // Years as offices publish them: with the end of December before them, where a holiday of theirs begins.
    [Fact]
    public async Task that_begins_on_31_December_is_about_the_year_that_follows()
    {
        await using Town town = await Town.Of("2023-03-11 10:00");
        const string Second =
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20221231\nDTEND;VALUE=DATE:20230103\nSUMMARY:New "
                + "Year\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20231007\nSUMMARY:补班\nEND:VEVENT\n";
        string first =
            Calendar(
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20220103\nSUMMARY:New Year\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20221003\n"
                    + "DTEND;VALUE=DATE:20221008\nSUMMARY:National Day\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20221009\nSUMMARY:补班\nEND:VEVENT\n");
        (await Put(town, "?knownThrough=2022-12-31&working=%E8%A1%A5%E7%8F%AD&earlier=keep", first)).Status.Should().Be(200);

        Answer open = await Put(town, "?knownThrough=2023-12-31&working=%E8%A1%A5%E7%8F%AD", Calendar(Second));
        open.Pointers.Should().Equal("/earlier");
        open.Text.Should().Contain("KZ knows days since 2022, and the file begins on 2022-12-31; keep them, or drop them");
        Answer kept = await Put(town, "?knownThrough=2023-12-31&working=%E8%A1%A5%E7%8F%AD&earlier=keep", Calendar(Second));
        Days(kept, "holidays").Should().Equal(
            "2022-01-03", "2022-10-03", "2022-10-04", "2022-10-05", "2022-10-06", "2022-10-07", "2022-12-31", "2023-01-01", "2023-01-02");
        Days(kept, "workingDays").Should().Equal("2022-10-09", "2023-10-07");
    }

    // The years in the wrong order, or the same one anew: what is known after them is lost no more than what is known before.
    [Fact]
    public async Task that_ends_before_the_calendar_says_whether_the_years_after_stay()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        string next = File.Replace("2020", "2021", StringComparison.Ordinal);
        (await Put(town, "?knownThrough=2021-12-31&working=worked", next)).Status.Should().Be(200);

        Answer open = await Put(town, "?knownThrough=2020-12-31&working=worked");
        open.Pointers.Should().Equal("/earlier");
        open.Text.Should().Contain("KZ knows days through 2021-12-31, and the file ends on 2020-12-31; keep them, or drop them");
        Answer kept = await Put(town, "?knownThrough=2020-12-31&working=worked&earlier=keep");
        (kept.Body!["holidays"]!.AsArray().Count, (string?)kept.Body!["knownThrough"]).Should().Be((10, "2021-12-31"), kept.Text);
        Answer hole =
            await Put(town, "?knownThrough=2019-06-30&working=worked&earlier=keep", File.Replace("2020", "2019", StringComparison.Ordinal));
        hole.Text.Should().Contain("cannot be kept: KZ begins in 2020, and the file ends on 2019-06-30");
        Answer dropped = await Put(town, "?knownThrough=2020-12-31&working=worked&earlier=drop");
        (dropped.Body!["holidays"]!.AsArray().Count, (string?)dropped.Body!["knownThrough"]).Should().Be((5, "2020-12-31"), dropped.Text);
    }

    [Fact]
    public async Task says_in_its_answer_what_each_event_became()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        string file = File.Replace("END:VCALENDAR",
            "BEGIN:VEVENT\nUID:3\nDTSTART;VALUE=DATE:20200308\nSUMMARY:Eve\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal);
        Answer put = await Put(town, "?knownThrough=2020-12-31&working=worked&ignore=eve", file);
        put.Status.Should().Be(200, put.Text);
        put.Body!["contributed"]!["daysOff"]!.AsArray().Should().HaveCount(5);
        put.Body!["contributed"]!["daysWorked"]!.ToJsonString()
            .Should().Be("""[{"date":"2020-04-04","name":{"en":"Worked for the 24th"}}]""");
        put.Body!["contributed"]!["passedOver"]!.ToJsonString()
            .Should().Be("""[{"date":"2020-03-08","name":"Eve","why":"is marked by ignore=eve"}]""");

        (await town.Get("/api/calendars/KZ")).Body!.AsObject()
            .Should().NotContainKey("contributed", "it is said once, to who sent the file");
        (await town.Put("/api/calendars/KZ", put.Body!)).Status.Should().Be(200, "what was answered can be written back");
    }

    // What is true already means nothing, in JSON as in a file.
    [Fact]
    public async Task or_a_calendar_may_call_a_weekday_worked()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        string file = File.Replace("20200404", "20200403", StringComparison.Ordinal);
        Answer put = await Put(town, "?knownThrough=2020-12-31&working=worked", file);
        Days(put, "workingDays").Should().Equal("2020-04-03");
        (await town.Put("/api/calendars/KZ", (await town.Get("/api/calendars/KZ")).Body!)).Status.Should().Be(200);
    }

    [Fact]
    public async Task that_is_empty_broken_or_something_else_is_refused_as_such()
    {
        await using Town town = await Town.Of("2020-03-11 10:00");
        foreach ((string file, string why) in new[]
        {
            ("", "is empty; an iCalendar file begins with BEGIN:VCALENDAR"),
            ("date,name\n2020-03-21,Nauryz", "is no iCalendar file (RFC 5545): it begins with “date,name”, not with BEGIN:VCALENDAR"),
            ("{\"id\":\"KZ\"}", "is no iCalendar file (RFC 5545): it begins with “{\"id\":\"KZ\"}”, not with BEGIN:VCALENDAR"),
            (File[..^27], "is cut off: the VEVENT that begins in line 10 has no end"),
        })
        {
            Answer answer = await Put(town, "?knownThrough=2020-12-31&working=worked", file);
            ((string?)answer.Body!["errors"]![0]!["detail"], answer.Status).Should().Be((why, 422));
        }
    }

    private static string Calendar(string events) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n";

    private static IEnumerable<string> Days(Answer answer, string list) =>
        answer.Body![list]!.AsArray().Select(day => (string)day!["date"]!);
}
