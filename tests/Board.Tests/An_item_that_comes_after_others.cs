using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class An_item_that_comes_after_others
{
    [Fact]
    public async Task stands_with_those_that_wait_until_its_date_comes_near() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();

        await Assertions.Expect(window.Section("waiting").Locator(".slip").Filter(new() { HasText = "Sign the articles" }).Locator(".tab"))
            .ToHaveTextAsync("not assigned yet");
        await Assertions.Expect(window.Section("near").Locator(".slip").Filter(new() { HasText = "Publish the articles" }).Locator(".tab"))
            .ToHaveTextAsync("18 days left Blue slip");
    });

    [Fact]
    public async Task leads_to_what_it_waits_for() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open(Detours.Item + "signature");

        await Assertions.Expect(window.Page.Locator(".step[aria-current]")).ToHaveTextAsync("Registered2 Mar 2020");
        await Assertions.Expect(window.Fact("Comes after").Locator("li")).ToHaveTextAsync(
            ["Settle the articles · Signed for", "Receive their experts · Waiting for the other side"]);
        await window.Fact("Comes after").GetByRole(AriaRole.Link, new() { Name = "Settle the articles" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Settle the articles");
    });

    [Fact]
    public async Task tells_its_coordinator_and_nobody_else() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open(Detours.Item + "signature");

        await Assertions.Expect(window.Page.Locator(".past [data-event=registered]").Last)
            .ToContainTextAsync("waits for Settle the articles; Receive their experts, due 15 June 2020");
        await Assertions.Expect(window.Page.Locator(".future > li").First)
            .ToContainTextAsync("It cannot begin yet early reminder expected to The coordinating office (coordinator)");
        await Assertions.Expect(window.Page.Locator(".future > li").Filter(new() { HasText = "The treaty desk" })).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task keeps_its_warnings_in_sight() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Card("Demarcate the islands").Locator(".noted")).ToHaveTextAsync("2 warnings");

        await window.Open(Detours.Item + "islands");
        await Assertions.Expect(window.Page.Locator(".warnings li").First)
            .ToHaveTextAsync("Holidays of CN are known up to 31 December 2026: later days are counted by the weekend alone.");
        await Assertions.Expect(window.Page.Locator(".warnings li").Last)
            .ToHaveTextAsync(
            "The lead has several parts here (issuer, level 1) and is told once. Where it is about them, the next one above is told instead.");
    });

    [Fact]
    public async Task and_one_that_comes_round_says_how_which_and_when_again() =>
        await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Section("behind").Locator(".slip .source")).ToHaveTextAsync("Talks of the experts, minutes · no. 2");

        await window.Open(Detours.Item + "meeting");
        await Assertions.Expect(window.Fact("Comes round")).ToHaveTextAsync(
            "every 3 months, on the last day of the month, 8 times in all" + "this is no. 1" + "the next is due 30 June 2020");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "the next is due" }).ClickAsync();
        await Assertions.Expect(window.Fact("Comes round")).ToContainTextAsync("this is no. 2" + "the next is due 30 September 2020");
    });
}
