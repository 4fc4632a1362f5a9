using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Lists are read as far as somebody looks; figures count all; and what happens elsewhere appears by itself.</summary>
public sealed class A_list_that_grows
{
    private const int Count = 130;

    private static readonly Lazy<Task<RunningApp>> Read = new(() => Task.Run(() => Archive.Of(Count)));

    [Fact]
    public async Task shows_the_one_that_is_late_first_and_counts_all() => await Window.On(await Read.Value, async window =>
    {
        await window.Open("#/register");
        await Assertions.Expect(window.Main.Locator(".slip h3").First).ToHaveTextAsync("The one that is late");
        await Assertions.Expect(window.Page.Locator(".counts .figure")).ToHaveTextAsync(["1", "0", "0", "0", "0", "129", "0"]);
        (await window.Main.Locator(".slip").CountAsync()).Should().BeLessThan(Count, "nobody has looked at the others yet");
        await window.Open();
        await Assertions.Expect(window.Section("late").Locator(".slip h3")).ToHaveTextAsync(["The one that is late"]);
        await Assertions.Expect(window.Section("course").Locator(".many")).ToHaveTextAsync("129");
    });

    [Fact]
    public async Task grows_down_to_its_end_while_one_scrolls() => await Window.On(await Read.Value, async window =>
    {
        await window.Open("#/register");
        ILocator more = window.Button("Show more");
        ILocator cards = window.Main.Locator(".slip");
        for (int last = 0, now = await cards.CountAsync(); now > last && now < Count;)
        {
            last = now;
            await window.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
            await window.Page.WaitForFunctionAsync("last => document.querySelectorAll('.slip').length > last", last);
            now = await cards.CountAsync();
        }

        await Assertions.Expect(cards).ToHaveCountAsync(Count);
        await Assertions.Expect(more).ToBeHiddenAsync();
        (await cards.Locator("h3 a").EvaluateAllAsync<int>("all => new Set(all.map(one => one.href)).size")).Should().Be(Count);
    });

    [Fact]
    public async Task grows_by_its_button_and_goes_on_with_what_it_brought() => await Window.On(await Read.Value, async window =>
    {
        // Nothing comes into sight by itself here.
        await window.Page.AddInitScriptAsync("window.IntersectionObserver = class { observe() {} unobserve() {} }");
        await window.Open("#/register");
        ILocator links = window.Main.Locator(".slip h3 a");
        int before = await links.CountAsync();
        await window.Button("Show more").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(links.Nth(before)).ToBeFocusedAsync();
    });

    /// <summary>In an app of its own, since something happens in it.</summary>
    [Fact]
    public async Task brings_itself_up_to_date_and_leaves_its_reader_where_they_are()
    {
        await using RunningApp app = await Archive.Of(20);
        await Window.On(app, async window =>
        {
            await window.Open("#/register?sort=due");
            await Assertions.Expect(window.Main.Locator(".slip")).ToHaveCountAsync(20);
            ILocator reader = window.Card("Agreed matter no. 15").Locator("h3 a");
            await reader.FocusAsync();
            await reader.ScrollIntoViewIfNeededAsync();
            double before = await Top(reader);

            await Do(app, "PUT", "item-15/receipt", new() { ["by"] = "desk" });
            await Do(app, "PUT", "item-3/due-date", new() { ["by"] = "desk", ["dueOn"] = "2021-04-30", ["reason"] = "It was put off." });
            await window.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");

            await Assertions.Expect(window.Page.Locator("#announce"))
                .ToHaveTextAsync("The list was brought up to date: 2 items are new or different.");
            await Assertions.Expect(window.Card("Agreed matter no. 15").Locator(".fresh")).ToHaveTextAsync("just changed");
            await Assertions.Expect(reader).ToBeFocusedAsync();
            (await Top(reader)).Should().BeApproximately(before, 40, "what one reads stays where it is");
            await Assertions.Expect(window.Main.Locator(".slip h3").Last).ToHaveTextAsync("Agreed matter no. 3");
        });
    }

    /// <summary>What somebody is typing meanwhile is theirs, and a figure changes without them.</summary>
    [Fact]
    public async Task takes_nothing_from_whoever_is_typing()
    {
        await using RunningApp app = await Archive.Of(3);
        await Window.On(app, async window =>
        {
            await window.Open();
            await Assertions.Expect(window.Page.Locator(".counts [data-section=closed] .figure")).ToHaveTextAsync("0");
            await Do(app, "PUT", "item-1/withdrawal", new() { ["by"] = "desk", ["reason"] = "It was overtaken." });
            await window.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
            await Assertions.Expect(window.Page.Locator(".counts [data-section=closed] .figure")).ToHaveTextAsync("1");
            await Assertions.Expect(window.Card("Agreed matter no. 1")).ToHaveCountAsync(0);

            await window.Open("#/register");
            ILocator search = window.Page.GetByRole(AriaRole.Searchbox);
            await search.FillAsync("late");
            await Assertions.Expect(window.Main.Locator(".slip")).ToHaveCountAsync(1);
            await Do(app, "PUT", "item-0/receipt", new() { ["by"] = "unit" });
            await Task.WhenAll(
                window.Page.Keyboard.TypeAsync(" one"), window.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))"));
            await Assertions.Expect(search).ToHaveValueAsync("late one");
            await Assertions.Expect(search).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".slip")).ToHaveCountAsync(1);
        });
    }

    private static async Task<double> Top(ILocator place) => (await place.BoundingBoxAsync())!.Y;

    private static async Task Do(RunningApp app, string method, string path, JsonObject body) =>
        await app.Perform(new(app.Now, method, $"/api/agreements/minutes-000/items/{path}", body.ToJsonString(), 200));
}
