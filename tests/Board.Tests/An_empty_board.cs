using System.Net;
using System.Net.Http.Headers;
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
                .ToHaveTextAsync("No agreement is registered yet");
            await window.Main.GetByText("By a program instead").ClickAsync();
            using HttpRequestMessage call = Call(await window.Page.Locator("pre").InnerTextAsync());

            using HttpResponseMessage answer = await app.Http.SendAsync(call, TestContext.Current.CancellationToken);
            answer.StatusCode.Should()
                .Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            await window.Main.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();
            await Assertions.Expect(window.Card("Revise the protocol").Locator(".tab")).ToHaveTextAsync("181 days left");
        });
    }

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
