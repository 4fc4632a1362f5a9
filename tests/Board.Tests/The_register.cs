using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>What is looked for stands in the address.</summary>
public sealed class The_register
{
    private static ILocator Titles(Window window) => window.Main.Locator(".slip h3");

    [Fact]
    public async Task finds_by_words_and_keeps_the_focus() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register");
        await Assertions.Expect(Titles(window).First).ToHaveTextAsync("Revise Protocol No. 1");
        ILocator search = window.Page.GetByRole(AriaRole.Searchbox);
        await search.FocusAsync();

        await window.Page.Keyboard.TypeAsync("meeting THREE");

        await Assertions.Expect(Titles(window)).ToHaveTextAsync(["The representatives of the three levels keep meeting"]);
        await Assertions.Expect(search).ToBeFocusedAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"#/register\?q=meeting\+THREE$"));
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveTextAsync("1 item");
    });

    [Fact]
    public async Task goes_back_to_what_was_looked_for_before() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register?sort=title");
        IReadOnlyList<string> all = await Titles(window).AllInnerTextsAsync();
        all.Should().BeInAscendingOrder(StringComparer.Ordinal);

        await window.Page.GetByLabel("Kind").SelectOptionAsync("visit");
        await Assertions.Expect(Titles(window)).Not.ToHaveCountAsync(all.Count);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Closed" }).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(
            new System.Text.RegularExpressions.Regex("section=closed&kind=visit&sort=title"));
        await Assertions.Expect(window.Page.Locator(".counts [aria-pressed=true]")).ToContainTextAsync("Closed");

        await window.Page.GoBackAsync();
        await window.Page.GoBackAsync();
        await Assertions.Expect(Titles(window)).ToHaveTextAsync([.. all]);
        await Assertions.Expect(window.Page.GetByLabel("Kind")).ToHaveValueAsync("");
        await Assertions.Expect(window.Page.GetByLabel("Order")).ToHaveValueAsync("title");
        await window.Page.GoForwardAsync();
        await Assertions.Expect(window.Page.GetByLabel("Kind")).ToHaveValueAsync("visit");
    });

    [Fact]
    public async Task opens_as_its_address_says_and_comes_back_from_an_item() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register?q=protocol&section=late&sort=due");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("protocol");
        await Assertions.Expect(Titles(window)).ToHaveTextAsync(["Revise Protocol No. 1"]);

        await Titles(window).Locator("a").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".item")).ToBeVisibleAsync();
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Card("Revise").GetByRole(AriaRole.Link, new() { Name = "Revise" })).ToBeFocusedAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("protocol");
    });

    /// <summary>From the first key to an item that is waited for, without a mouse.</summary>
    [Fact]
    public async Task needs_no_mouse() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register");
        await window.Page.GetByRole(AriaRole.Searchbox).FocusAsync();
        for (int stop = 0; stop < 2; stop++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(window.Page.GetByLabel("Next step")).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("NIA, law");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("awaits="));
        await Assertions.Expect(Titles(window)).ToHaveTextAsync(["Revise Protocol No. 1"]);
        await Assertions.Expect(window.Page.GetByLabel("Next step")).ToBeFocusedAsync();
    });

    [Fact]
    public async Task says_that_nothing_is_found_and_the_way_out() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register?q=nothing-of-that-name");
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveTextAsync("Nothing is found. Take a word or a choice away.");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Look for everything" }).ClickAsync();
        await Assertions.Expect(Titles(window).First).ToBeVisibleAsync();
    });

    [Fact]
    public async Task is_a_step_away_and_says_where_one_is() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        ILocator pages = window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        await Assertions.Expect(pages.Locator("[aria-current=page]")).ToHaveTextAsync("Today");
        await pages.GetByRole(AriaRole.Link, new() { Name = "Register" }).ClickAsync();
        await Assertions.Expect(pages.Locator("[aria-current=page]")).ToHaveTextAsync("Register");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    });
}
