using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class The_page_for_everyone
{
    private static readonly (int Width, ColorScheme Scheme)[] Seats =
        [(390, ColorScheme.Light), (1440, ColorScheme.Light), (1440, ColorScheme.Dark)];

    [Fact]
    public async Task has_no_serious_barrier_on_the_board() =>
        await Window.On(await Moments.Late, async window => await HasNoBarrier(await window.Open()));

    [Fact]
    public async Task has_none_on_an_items_page() =>
        await Window.On(await Moments.Late, async window => await HasNoBarrier(await window.OpenItem("protocol-1")));

    [Fact]
    public async Task has_none_where_nothing_is() =>
        await Window.On(await Moments.Empty, async window => await HasNoBarrier(await window.Open()));

    [Theory]
    [InlineData("#/new")]
    [InlineData("#/words")]
    public async Task has_none_on_the_first_day(string hash) => await Window.On(await Moments.Empty, async window =>
    {
        await window.Open(hash);
        if (hash == "#/new")
        {
            await window.Button("Save the agreement").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".fault-summary")).ToBeVisibleAsync();
        }

        await HasNoBarrier(window);
    });

    [Theory]
    [InlineData("#/people")]
    [InlineData("#/people/nia-law")]
    [InlineData("#/new/person")]
    [InlineData("#/nonsense")]
    [InlineData("#/plans/default")]
    [InlineData("#/calendars/CN")]
    [InlineData("#/agreements/2019-11-21-beijing/new")]
    public async Task has_none_where_things_are_kept(string hash) =>
        await Window.On(await Moments.Late, async window => await HasNoBarrier(await window.Open(hash)));

    [Fact]
    public async Task has_none_where_notices_were_held_back() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await HasNoBarrier(await window.Open());
        await HasNoBarrier(await window.Open(Outage.Item + "left-alone"));
    });

    [Fact]
    public async Task has_none_where_little_went_as_agreed() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await HasNoBarrier(await window.Open());
        await HasNoBarrier(await window.Open(Detours.Articles));
        await HasNoBarrier(await window.Open(Detours.Item + "signature"));
    });

    [Fact]
    public async Task has_none_in_the_register_and_on_an_agreements_page() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await HasNoBarrier(await window.Open("#/register?section=waiting"));
        await HasNoBarrier(await window.Open("#/agreements/detours"));
    });

    [Fact]
    public async Task has_none_where_it_asks_for_a_key() => await Window.On(await Moments.Empty, new Seat(Expects: "401"), async window =>
    {
        await window.Page.RouteAsync("**/api/**", route => route.FulfillAsync(new() { Status = 401 }));
        await HasNoBarrier(await window.Open());
    });

    [Fact]
    public async Task moves_nothing_for_those_who_cannot_bear_it() =>
        await Window.On(await Moments.Late, new Seat(IsStill: true), async window =>
    {
        await window.Open();
        (await window.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior")).Should().Be("auto");
        (await window.Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('*')].every(one => getComputedStyle(one).transitionDuration === '0s')")).Should().BeTrue();
    });

    private static async Task HasNoBarrier(Window window)
    {
        await window.Page.Locator("details").EvaluateAllAsync<object?>("all => all.forEach(fold => { fold.open = true; })");
        foreach ((int width, ColorScheme scheme) in Seats)
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            await Fits.Colouring(window, scheme, $"{width}");
        }
    }
}
