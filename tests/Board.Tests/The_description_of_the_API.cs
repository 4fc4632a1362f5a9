using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Whoever writes a program against FollowUp finds a call, and what it takes and answers, under the policy of the board.</summary>
public sealed class The_description_of_the_API
{
    [Fact]
    public async Task shows_each_call_with_its_fields_and_an_example() => await Window.On(await Moments.Empty, async window =>
    {
        await window.OpenApiDocs();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("FollowUp API");

        await window.Main.GetByRole(AriaRole.Searchbox).FillAsync("post extensions");
        ILocator call = window.Main.Locator("section details");
        await Assertions.Expect(call).ToHaveCountAsync(1);
        await call.Locator("summary").ClickAsync();

        await Assertions.Expect(call).ToContainTextAsync("Idempotency-Key");
        await Assertions.Expect(call.Locator("pre")).ToContainTextAsync("\"dueOn\": \"2020-06-12\"");
        await call.GetByRole(AriaRole.Link, new() { Name = "ItemResponse" }).First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("#ItemResponse")).ToHaveAttributeAsync("open", "");
        await window.Look("api-docs");
    });

    [Fact]
    public async Task fits_a_narrow_screen() => await Window.On(await Moments.Empty, new Seat(Width: 360), async window =>
    {
        await window.OpenApiDocs("#askForExtension");
        await Assertions.Expect(window.Page.Locator("#askForExtension")).ToHaveAttributeAsync("open", "");
        (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
    });
}
