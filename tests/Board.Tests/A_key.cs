using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>On Azure the API wants a key, and the platform answers 401 without one; here the network plays the platform.</summary>
public sealed class A_key
{
    private static readonly Seat Refused = new(Expects: "401");

    [Fact]
    public async Task is_asked_for_and_opens_the_board() => await Window.On(await Moments.Late, Refused, async window =>
    {
        await Lock(window);
        await window.Open();
        await Assertions.Expect(window.Page.GetByLabel("Key")).ToBeFocusedAsync();

        await window.Page.GetByLabel("Key").FillAsync("right");
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Section("late").Locator(".slip")).ToHaveCountAsync(1);
        window.Page.Url.Should().NotContain("right");
    });

    [Fact]
    public async Task that_is_wrong_is_said_to_be() => await Window.On(await Moments.Late, Refused, async window =>
    {
        await Lock(window);
        await window.Open();
        await window.Page.GetByLabel("Key").FillAsync("wrong");
        await window.Button("Open the board").ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That key does not open the board.");
        await Assertions.Expect(window.Page.GetByLabel("Key")).ToHaveAttributeAsync("aria-invalid", "true");
    });

    [Fact]
    public async Task can_be_forgotten() => await Window.On(await Moments.Late, Refused, async window =>
    {
        await Lock(window);
        await window.Open();
        await window.Page.GetByLabel("Key").FillAsync("right");
        await window.Button("Open the board").ClickAsync();
        await window.Button("Forget the key").ClickAsync();

        await Assertions.Expect(window.Page.GetByLabel("Key")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    });

    private static Task Lock(Window window) => window.Page.RouteAsync("**/api/**", async route =>
    {
        string? key = await route.Request.HeaderValueAsync("x-functions-key");
        await (key == "right" ? route.ContinueAsync() : route.FulfillAsync(new() { Status = 401 }));
    });
}
