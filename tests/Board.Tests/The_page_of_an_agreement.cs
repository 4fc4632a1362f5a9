using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class The_page_of_an_agreement
{
    private const string Detours = "#/agreements/detours";

    [Fact]
    public async Task says_how_far_it_is() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/agreements/2019-11-21-beijing");
        await Assertions.Expect(window.Page.Locator(".progress-words")).ToHaveTextAsync("Closed: 2 of 6. Late: 1.");
        await Assertions.Expect(window.Page.Locator(".progress span")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.Locator(".waits-for")).ToBeHiddenAsync();
    });

    [Fact]
    public async Task draws_what_waits_for_what() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open(Detours);
        await Assertions.Expect(window.Page.Locator(".graph g")).ToHaveCountAsync(4);
        await Assertions.Expect(window.Page.Locator(".graph path.edge")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "with 3 arrows" })).ToBeVisibleAsync();
    });

    [Fact]
    public async Task says_the_same_in_a_list_where_there_is_no_room_for_a_picture() =>
        await Window.On(await Moments.AfterDetours, new Seat(Width: 360, Height: 740), async window =>
    {
        await window.Open(Detours);
        await Assertions.Expect(window.Page.Locator(".graph")).ToBeHiddenAsync();
        await window.Page.GetByText("The same as a list").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".graph-list > ul > li > a"))
            .ToHaveTextAsync(["Publish the articles", "Sign the articles"]);
        await window.Page.Locator(".graph-list").GetByRole(AriaRole.Link, new() { Name = "Receive their experts" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Receive their experts");
    });
}
