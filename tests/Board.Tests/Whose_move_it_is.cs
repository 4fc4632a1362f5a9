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
        await Assertions.Expect(people.Filter(new() { HasText = "NIA, law desk" }).Locator("li"))
            .ToHaveTextAsync("Revise Protocol No. 1sign for it");
        await Assertions.Expect(window.Card("Revise Protocol No. 1").Locator(".standing"))
            .ToHaveTextAsync("Waits for NIA, law desk to sign for it");
    });

    [Fact]
    public async Task is_the_late_owners_alone_while_the_others_are_at_work() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Page.Locator(".moves li")).ToHaveTextAsync(["Revise Protocol No. 1report it done"]);
    });

    // Law 11: a pending request does not stop the clock, but it is not the owner's to decide.
    [Fact]
    public async Task is_the_issuers_while_an_extension_is_asked_for() => await Window.On(await Moments.Asked, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Moves("NIA, office of the administrator")).ToHaveTextAsync(
            "The representatives of the three levels keep meeting" + "decide on the extension to 31 Jul 2020");
        await Assertions.Expect(window.Card("The representatives").Locator(".standing")).ToHaveTextAsync(
            "Waits for NIA, office of the administrator to decide on the extension to 31 Jul 2020");
    });

    [Fact]
    public async Task is_the_other_sides_while_it_is_waited_for() => await Window.On(await Moments.Waiting, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Page.Locator(".moves summary")).ToHaveTextAsync(["FSB Border Service, international cooperation 1"]);
        await Assertions.Expect(window.Moves("FSB Border Service")).ToHaveTextAsync(
            "Agree the next steps at border ports" + "move first · asked by NIA, Department of International Cooperation");
    });

    [Fact]
    public async Task is_nobodys_by_name_where_no_counterpart_is_named() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Moves("The other side"))
            .ToHaveTextAsync("Hear from the third state" + "move first · asked by The coordinating office");
        await Assertions.Expect(window.Card("Hear from").Locator(".standing"))
            .ToHaveTextAsync("Waits for the other side · asked by The coordinating office");
        await Assertions.Expect(window.Card("Receive their").Locator(".standing")).ToHaveTextAsync(
            "Waits for Border Service, treaty desk to move first · asked by The liaison officer");
    });

    [Fact]
    public async Task is_theirs_whose_items_come_first() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Card("Sign the articles").Locator(".standing")).ToHaveTextAsync(
            ["Waits for The new bureau to finish “Settle the articles” first",
                "Waits for The treaty desk to finish “Receive their experts” first"]);
        await Assertions.Expect(window.Moves("The treaty desk")).ToHaveTextAsync(
            ["Publish the articles" + "finish “Sign the articles” first", "Sign the articles" + "finish “Receive their experts” first"]);
    });

    [Fact]
    public async Task leads_to_the_item_and_back_to_its_card() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await window.Page.Locator(".moves li a").ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Revise Protocol No. 1");

        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Card("Revise Protocol No. 1").GetByRole(AriaRole.Link, new() { Name = "Revise" }))
            .ToBeFocusedAsync();
    });
}
