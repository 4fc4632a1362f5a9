using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed partial class An_empty_board
{
    /// <summary>In an app of its own, since this registers something.</summary>
    [Fact]
    public async Task shows_a_call_that_the_service_accepts_as_it_stands()
    {
        await using RunningApp app = await RunningApp.Start(Moments.Day("2026-11-22T10:00:00+08:00"));
        await Window.On(app, async window =>
        {
            await window.Open();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                .ToHaveTextAsync("Getting started");
            await window.Main.GetByText("By a program instead").ClickAsync();
            using HttpRequestMessage call = Call(await window.Page.Locator("pre").InnerTextAsync());

            using HttpResponseMessage answer = await app.Http.SendAsync(call, TestContext.Current.CancellationToken);
            answer.StatusCode.Should()
                .Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            await window.Main.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();
            await Assertions.Expect(window.Card("Revise the protocol").Locator(".tab")).ToHaveTextAsync("181 days left");
        });
    }

    /// <summary>Its dates are moved by whole weeks, so that it was signed in these days.</summary>
    [Fact]
    public async Task gives_a_sample_that_has_something_to_look_forward_to()
    {
        await using RunningApp app = await RunningApp.Start(Moments.Day("2026-11-24T10:00:00+08:00"));
        await Window.On(app, async window =>
        {
            await window.Open();
            await window.Button("Take the sample").ClickAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync(
                "Getting started");

            JsonNode agreement = (await window.Api("agreements"))["agreements"]![0]!;
            ((string)agreement["signedOn"]!).Should().Be("2026-11-19");
            JsonArray items = (await window.Api("items"))["items"]!.AsArray();
            items.Should().HaveCount(6).And.OnlyContain(item => (int)item!["daysLate"]! == 0);
        });
    }

    [Fact]
    public async Task reads_a_file_and_says_in_which_lines_it_is_wrong() =>
        await Window.On(await Moments.Empty, new Seat(Expects: "422"), async window =>
        {
            await window.Open();
            await window.Field("File")
                .SetInputFilesAsync(File("register.json", Broken));

            await Assertions.Expect(window.Main.Locator(".faults li").Filter(new() { HasText = "/people/0/email" }))
                .ToContainTextAsync("Line 3");
            (await window.Api("people"))["people"]!.AsArray().Should().BeEmpty("nothing of it is stored");
        });

    /// <summary>A register is taken in whole; of a calendar, the page asks what a file does not say.</summary>
    [Fact]
    public async Task takes_in_registers_and_calendars()
    {
        await using RunningApp app = await RunningApp.Start(Moments.Day("2026-11-24T10:00:00+08:00"));
        await Window.On(app, async window =>
        {
            await window.Open();
            await window.Field("File").SetInputFilesAsync(File("XX.ics", Ics));
            await Assertions.Expect(window.Field("Calendar")).ToHaveValueAsync("XX");
            await window.Field("Known through").FillAsync("2027-12-31");
            await window.Button("Take in the calendar").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".read")).ToContainTextAsync("Days off: 1");

            await window.Field("File").SetInputFilesAsync(File("register.json", Person));
            await Assertions.Expect(window.Main.Locator(".read")).ToContainTextAsync("people: 1");
            ((string)(await window.Api("people/law"))["calendar"]!).Should().Be("XX");
        });
    }

    private const string Person =
        """{"people":[{"id":"law","name":"Law","email":"law@nia.example","timeZone":"UTC","calendar":"XX"}]}""";

    private const string Broken =
        """
        {
          "people": [
            { "id": "law",
              "name": "Law" } ] }
        """;

    private const string Ics =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//here//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
        + "DTSTART;VALUE=DATE:20270104\r\nSUMMARY:Day of the river\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };

    /// <summary>The curl command as curl would send it.</summary>
    private static HttpRequestMessage Call(string command)
    {
        Match call = Curl().Match(command);
        call.Success.Should().BeTrue(command);
        HttpRequestMessage request = new(new(call.Groups["method"].Value), call.Groups["url"].Value)
        {
            Content = new StringContent(call.Groups["data"].Value),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.Groups["type"].Value);
        request.Headers.Add("idempotency-key", call.Groups["key"].Value);
        return request;
    }

    [GeneratedRegex(
        """^curl -X (?<method>\w+) (?<url>\S+) \\\s+-H 'content-type: (?<type>[^']+)' \\\s+-H 'idempotency-key: (?<key>[^']+)' \\\s+--data '(?<data>[^']+)'\s*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Curl();
}
