using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>
/// On paper nothing can be opened or pressed: folds are open, what was agreed stands by its items, and warnings are said.
/// </summary>
public sealed class A_page_on_paper
{
    private const string Print = "dispatchEvent(new Event('beforeprint'))";

    [Fact]
    public async Task has_its_folds_open_and_what_was_agreed_beside_its_items() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/agreements/2019-11-21-beijing");
        ILocator quoted = window.Main.Locator(".slip blockquote");
        ILocator fold = window.Main.Locator("details.closed");
        await Assertions.Expect(window.Main.Locator(".slip").First).ToBeVisibleAsync();
        await Assertions.Expect(quoted).ToHaveCountAsync(0);

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await window.Page.EvaluateAsync(Print);
        await Assertions.Expect(fold).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(quoted.First).ToBeVisibleAsync();
        await window.Look("paper");

        await window.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(fold).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(quoted).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task says_each_warning_in_place_of_their_number() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        ILocator warned = window.Main.Locator(".slip").Filter(new() { Has = window.Page.Locator(".noted") }).First;
        await Assertions.Expect(warned.Locator(".on-paper")).ToBeHiddenAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(warned.Locator(".on-paper li").First).ToBeVisibleAsync();
        await Assertions.Expect(warned.Locator(".noted")).ToBeHiddenAsync();
    });

    /// <summary>What was not scrolled to goes on paper as well, each item with what was agreed; the paper says that it is all.</summary>
    [Fact]
    public async Task has_the_whole_list_that_was_looked_for() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register?sort=title");
        ILocator cards = window.Main.Locator(".slip");
        await Assertions.Expect(cards).ToHaveCountAsync(6);
        await window.Page.EvaluateAsync("window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true; }");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await window.Button("Print all of them").PressAsync("Enter");
        await window.Page.WaitForFunctionAsync("window.printed");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(window.Main.Locator(".slip:not(:has(blockquote))")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Main.Locator("p.on-paper")).ToContainTextAsync("All is on this paper: 6 of 6 items.");
        await Assertions.Expect(window.Button("Print all of them")).ToBeHiddenAsync();
        await window.Look("paper-register");
    });
}
