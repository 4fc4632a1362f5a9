using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class What_was_not_sent
{
    [Fact]
    public async Task is_shown_as_skipped_with_the_reason() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open(Outage.Item + "left-alone");
        ILocator skipped = window.Page.Locator(".past [data-state=skipped].letter");

        await Assertions.Expect(skipped.First.Locator(".chip")).ToHaveTextAsync("skipped");
        await Assertions.Expect(skipped.First.Locator(".why").First).ToHaveTextAsync("before assignment");
        await Assertions.Expect(skipped.First.Locator(".planned")).ToContainTextAsync("planned for");
    });

    [Fact]
    public async Task is_shown_as_superseded_with_what_took_its_place() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open(Outage.Item + "left-alone");
        ILocator eve = window.Page.Locator(".past [data-state=superseded].letter").Filter(new() { HasText = "last reminder beforehand" });

        await Assertions.Expect(eve.Locator(".chip")).ToHaveTextAsync("superseded");
        await Assertions.Expect(eve.Locator(".why").First)
            .ToHaveTextAsync("a newer notice took its place: The due date comes near, due-date reminder");
        await Assertions.Expect(eve.Locator(".planned")).ToHaveTextAsync("planned for 22 November 2019 at 09:00");
    });

    [Fact]
    public async Task comes_later_where_it_waits_for_another_notice() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open(Outage.Item + "left-alone");
        ILocator level = window.Page.Locator(".future .letter").Filter(new() { HasText = "It is overdue level 1" });

        await Assertions.Expect(level.Locator(".when")).ToHaveTextAsync("Mon, 2 Dec 2019 09:00");
        await Assertions.Expect(level.Locator(".planned")).ToHaveTextAsync("planned for 27 November 2019 at 09:00");
    });
}
