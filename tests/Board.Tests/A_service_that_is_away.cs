using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class A_service_that_is_away
{
    [Fact]
    public async Task is_said_to_be_with_a_way_out() => await Window.On(await Moments.Late, new Seat(Expects: "ERR_FAILED"), async window =>
    {
        await window.Page.RouteAsync("**/api/**", route => route.AbortAsync());
        await window.Open();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The service does not answer");

        await window.Page.UnrouteAsync("**/api/**");
        await window.Main.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();
        await Assertions.Expect(window.Section("late").Locator(".slip")).ToHaveCountAsync(1);
    });

    [Theory]
    [InlineData(403, "You may not read this")]
    [InlineData(503, "The service asks for patience")]
    [InlineData(500, "The service could not answer")]
    public async Task says_what_went_wrong(int status, string words) =>
        await Window.On(await Moments.Late, new Seat(Expects: $"{status}"), async window =>
    {
        await window.Page.RouteAsync("**/api/items*", route => route.FulfillAsync(new() { Status = status }));
        await window.Open();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(words);
        await Assertions.Expect(window.Main.GetByRole(AriaRole.Link, new() { Name = "All items" })).ToBeVisibleAsync();
    });

    [Fact]
    public async Task for_names_only_still_has_a_board() => await Window.On(await Moments.Late, new Seat(Expects: "500"), async window =>
    {
        await window.Page.RouteAsync("**/api/people", route => route.FulfillAsync(new() { Status = 500 }));
        await window.Open();

        await Assertions.Expect(window.Section("late").Locator(".facts")).ToContainTextAsync("nia-law");
    });
}
