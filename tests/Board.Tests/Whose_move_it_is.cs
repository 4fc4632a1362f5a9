using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class Whose_move_it_is
{
    [Fact]
    public async Task is_every_owners_on_the_first_day() => await Window.On(await Moments.Registered, async window =>
    {
        await window.Open();
        ILocator people = window.Page.Locator(".moves details");

        await Assertions.Expect(people).ToHaveCountAsync(6);
        await Assertions.Expect(people.Filter(new() { HasText = "NIA, law desk" }).Locator("li")).ToHaveTextAsync("Revise Protocol No. 1sign for it");
        await Assertions.Expect(window.Card("Revise Protocol No. 1").Locator(".standing")).ToHaveTextAsync("Waits for NIA, law desk to sign for it");
    });

    [Fact]
    public async Task is_the_late_owners_alone_while_the_others_are_at_work() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Page.Locator(".moves li")).ToHaveTextAsync(["Revise Protocol No. 1report it done"]);
    });

    [Fact]
    public async Task leads_to_the_item_and_back_to_its_card() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await window.Page.Locator(".moves li a").ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Revise Protocol No. 1");

        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Card("Revise Protocol No. 1").GetByRole(AriaRole.Link, new() { Name = "Revise" })).ToBeFocusedAsync();
    });
}
