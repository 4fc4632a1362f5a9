using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Law 13.</summary>
public sealed class An_item_that_waits_for_the_other_side
{
    [Fact]
    public async Task stands_apart_on_the_board_with_since_when_and_why() => await Window.On(await Moments.Waiting, async window =>
    {
        await window.Open();
        ILocator card = window.Section("waiting").Locator(".slip");

        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Agree the next steps at border ports");
        await Assertions.Expect(card.Locator(".tab")).ToHaveTextAsync("7 days waiting");
        await Assertions.Expect(card.Locator(".since"))
            .ToHaveTextAsync("since 1 July 2020" + "The other side must first say which border ports open again, and when.");
    });

    [Fact]
    public async Task says_nothing_to_its_owner_and_has_the_liaison_ask() => await Window.On(await Moments.Waiting, async window =>
    {
        await window.OpenItem("ports");

        await Assertions.Expect(window.Page.Locator(".step[aria-current]")).ToContainTextAsync("Signed for");
        await Assertions.Expect(window.Page.Locator(".future > li").First).ToContainTextAsync(
            "Fri, 31 Jul 2020 09:00Please ask the other side periodic request expected to "
            + "NIA, Department of International Cooperation (liaison)");
        await Assertions.Expect(window.Page.Locator(".future > li").Filter(new() { HasText = "(owner)" })).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task folds_away_what_would_be_said_in_ten_years() => await Window.On(await Moments.Waiting, async window =>
    {
        await window.OpenItem("ports");
        ILocator later = window.Page.Locator(".later");

        await Assertions.Expect(window.Page.Locator(".future > li:visible")).ToHaveCountAsync(12);
        await Assertions.Expect(later.Locator("summary")).ToHaveTextAsync("109 more, up to Mon, 10 June 2030");
        await later.Locator("summary").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".future > li:visible")).ToHaveCountAsync(121);
    });

    [Fact]
    public async Task still_says_how_late_it_was_by_then_and_who_knows() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        ILocator card = window.Card("Receive their experts");

        await Assertions.Expect(card.Locator(".tab")).ToHaveTextAsync("42 days waiting");
        await Assertions.Expect(card.Locator(".since")).ToContainTextAsync("since 16 March 2020 · 6 days late");
        await Assertions.Expect(card.Locator(".heard li")).ToHaveTextAsync(["The treaty desk · owner", "The lead · level 1"]);
    });

    [Fact]
    public async Task names_the_substitute_of_an_absent_liaison() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open(Detours.Item + "experts");
        ILocator asked = window.Page.Locator(".past .letter").Filter(new() { HasText = "Please ask the other side" });

        await Assertions.Expect(asked).ToContainTextAsync("to The liaison officer → The coordinating office (liaison)");
        await Assertions.Expect(asked.Locator(".why").First).ToHaveTextAsync("The liaison officer absent → The coordinating office");
    });
}
