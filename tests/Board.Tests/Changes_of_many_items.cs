using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Several items are given to somebody else on their agreement's page, and whoever leaves is replaced on theirs.</summary>
public sealed class Changes_of_many_items
{
    [Fact]
    public async Task are_looked_at_and_done_on_the_agreements_page()
    {
        await using RunningApp app = await Bureau.Open("a", "b", "c");
        await Window.On(app, async window =>
        {
            await window.Open("#/agreements/talks");
            ILocator form = window.Main.Locator("details.bulk-fold");
            await form.Locator("summary").First.PressAsync("Enter");
            await form.Locator("input[value=a]").CheckAsync();
            await form.Locator("input[value=b]").CheckAsync();
            await form.GetByLabel("Who has it from now on").SelectOptionAsync("treaty");
            await form.GetByLabel("Reason").FillAsync("The desk was closed.");
            await form.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).PressAsync("Enter");
            await Assertions.Expect(form.Locator(".bulk-preview h3")).ToHaveTextAsync("2 items would become different");
            await Assertions.Expect(form.Locator(".shares")).ToContainTextAsync("Treaty Desk +2 −0");
            await Fits.Everyone(window, "bulk-agreement");
            await form.GetByRole(AriaRole.Button, new() { Name = "Change 2 items" }).PressAsync("Enter");

            await Assertions.Expect(window.Main.Locator(".saved")).ToHaveTextAsync("The items are changed.");
            ((string)(await window.Api("agreements/talks/items/a"))["owner"]!).Should().Be("treaty");
            ((string)(await window.Api("agreements/talks/items/c"))["owner"]!).Should().Be("law");
        });
    }

    /// <summary>Parts that several have, such as the levels, are chosen anew, in their order.</summary>
    [Fact]
    public async Task give_a_part_to_several()
    {
        await using RunningApp app = await Bureau.Open("a", "b");
        await Window.On(app, async window =>
        {
            await window.Open("#/agreements/talks");
            ILocator form = window.Main.Locator("details.bulk-fold");
            await form.Locator("summary").First.PressAsync("Enter");
            await form.Locator("input[value=a]").CheckAsync();
            await Assertions.Expect(form.Locator("[data-at=supporting]")).ToBeHiddenAsync();
            await form.GetByLabel("What to change").SelectOptionAsync("supporting");
            await form.GetByRole(AriaRole.Button, new() { Name = "Add a supporting unit" }).PressAsync("Enter");
            await form.Locator("[data-at=supporting] select").SelectOptionAsync("treaty");
            await form.GetByLabel("Reason").FillAsync("They know the annex.");
            await form.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).PressAsync("Enter");
            await form.GetByRole(AriaRole.Button, new() { Name = "Change 1 item" }).PressAsync("Enter");

            await Assertions.Expect(window.Main.Locator(".saved")).ToHaveTextAsync("The items are changed.");
            (await window.Api("agreements/talks/items/a"))["supporting"]!.AsArray().Select(one => (string)one!).Should().Equal("treaty");
            (await window.Api("agreements/talks/items/b"))["supporting"]!.AsArray().Should().BeEmpty();
        });
    }

    [Fact]
    public async Task follow_whoever_leaves_from_their_own_page()
    {
        await using RunningApp app = await Bureau.Open("a", "b");
        await Window.On(app, async window =>
        {
            await window.Open("#/people/law");
            ILocator part = window.Main.Locator("section.succession");
            await part.Locator("summary").First.PressAsync("Enter");
            await part.GetByLabel("Successor").SelectOptionAsync("treaty");
            await part.GetByLabel("From this day on").FillAsync("2020-06-01");
            await part.GetByLabel("Who decides it").SelectOptionAsync("desk");
            await part.GetByLabel("Reason").FillAsync("Retires.");
            await part.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).PressAsync("Enter");
            await Assertions.Expect(part.Locator("h3").First).ToHaveTextAsync("2 items would go to the successor");
            await part.GetByRole(AriaRole.Button, new() { Name = "Record the succession" }).PressAsync("Enter");

            await Assertions.Expect(part).ToContainTextAsync("Treaty Desk takes over on 1 June 2020.");
            await part.GetByRole(AriaRole.Button, new() { Name = "Call it off" }).PressAsync("Enter");
            await Assertions.Expect(part).ToContainTextAsync("was called off");
        });
    }
}
