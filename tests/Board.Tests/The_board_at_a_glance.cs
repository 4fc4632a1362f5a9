using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class The_board_at_a_glance
{
    [Fact]
    public async Task says_what_is_late_and_who_was_told() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        ILocator card = window.Section("late").Locator(".slip");

        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Revise Protocol No. 1");
        await Assertions.Expect(card.Locator(".tab")).ToHaveTextAsync("12 days late Red slip");
        await Assertions.Expect(card.Locator(".heard li")).ToHaveCountAsync(5);
        foreach (string who in new[]
        {
            "NIA, law desk · owner", "NIA, office of the administrator · issuer", "Border representative, first level · level 1",

            // Both learnt it from the letter of Monday, in whichever order the two arrived.
            "Border representative, second level · level 2", "Border representative, third level · level 3",
        })
        {
            await Assertions.Expect(card.Locator(".heard li").Filter(new() { HasText = who })).ToHaveCountAsync(1);
        }
    });

    [Fact]
    public async Task says_what_is_near() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        ILocator card = window.Section("near").Locator(".slip");

        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync("The representatives of the three levels keep meeting");
        await Assertions.Expect(card.Locator(".tab")).ToHaveTextAsync("20 days left Blue slip");
    });

    [Fact]
    public async Task counts_what_the_service_counts() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        JsonArray items = (await window.Api("items?limit=200"))["items"]!.AsArray();

        foreach ((string section, string? slip) in new[] { ("late", "red"), ("behind", "yellow"), ("near", "blue") })
        {
            int expected = items.Count(item => (string?)item!["slip"] == slip);
            await Assertions.Expect(window.Page.Locator($".counts [data-section={section}] .figure")).ToHaveTextAsync($"{expected}");
            await Assertions.Expect(window.Section(section).Locator(".slip")).ToHaveCountAsync(expected);
        }

        int closed = items.Count(item => !(bool)item!["open"]!);
        await Assertions.Expect(window.Page.Locator(".counts [data-section=closed] .figure")).ToHaveTextAsync($"{closed}");
        await Assertions.Expect(window.Page.Locator(".slip")).ToHaveCountAsync(items.Count - closed);
        await window.Page.Locator(".closed > summary").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".slip")).ToHaveCountAsync(items.Count);
    });

    [Fact]
    public async Task does_not_take_a_late_report_for_good_time() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open();
        ILocator card = window.Section("reported").Locator(".slip");

        await Assertions.Expect(card.Locator(".tab")).ToHaveTextAsync("4 days late");
        await Assertions.Expect(card.Locator(".standing")).ToHaveTextAsync("Waits for The lead to confirm it or send it back");
    });

    [Fact]
    public async Task tells_when_it_was_and_in_whose_time() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Page.Locator(".as-of")).ToHaveTextAsync("As it stands on 10 June 2020 at 05:00 WEST");
    });

    [Fact]
    public async Task jumps_from_a_figure_to_its_items() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await window.Button("2 Closed").ClickAsync();

        await Assertions.Expect(window.Card("Review the first phase")).ToBeInViewportAsync();
        await Assertions.Expect(window.Page.Locator("#section-closed")).ToBeFocusedAsync();
    });

    [Fact]
    public async Task says_at_the_end_that_nothing_is_left() => await Window.On(await Moments.Over, async window =>
    {
        await window.Open();

        await Assertions.Expect(window.Page.Locator(".counts .figure")).ToHaveTextAsync(["0", "0", "0", "0", "0", "0", "2"]);
        await Assertions.Expect(window.Page.GetByText("Nothing waits for anybody’s next step.")).ToBeVisibleAsync();
    });
}
