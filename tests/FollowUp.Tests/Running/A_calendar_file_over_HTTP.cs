using System.Net.Http.Headers;
using System.Text;
using FollowUp.Tests.Running.Rig;

namespace FollowUp.Tests.Running;

public sealed class A_calendar_file_over_HTTP
{
    private const string File =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Kazakhstan\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200321\r\nDTEND;VALUE=DATE:20200326\r\nSUMMARY:Nauryz\r\nEND:VEVENT\r\n"
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
        ((int)(await Put(town, "?knownThrough=2020-12-31&working=worked")).Body!["revision"]!).Should().Be(1, "the same again is no new revision");
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
        (kept.Status, kept.Body!["holidays"]!.AsArray().Count, kept.Body!["workingDays"]!.AsArray().Count).Should().Be((200, 10, 2), kept.Text);

        string later = next.Replace("2021", "2023", StringComparison.Ordinal).Replace("20230403", "20230401", StringComparison.Ordinal);
        Answer hole = await Put(town, "?knownThrough=2023-12-31&working=worked&earlier=keep", later);
        hole.Pointers.Should().Equal("/earlier");
        hole.Text.Should().Contain("KZ is known through 2021-12-31, and the file begins in 2023");
        Answer dropped = await Put(town, "?knownThrough=2023-12-31&working=worked&earlier=drop", later);
        (dropped.Status, dropped.Body!["holidays"]!.AsArray().Count).Should().Be((200, 5), dropped.Text);
    }
}
