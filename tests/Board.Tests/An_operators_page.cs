using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>What is wrong with the service, and the ways to mend it: for those who run it, and offered to nobody else.</summary>
public sealed class An_operators_page
{
    [Fact]
    public async Task tells_what_is_wrong_has_letters_tried_again_and_repairs()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, async window =>
        {
            await window.Open("#/operate");
            await Assertions.Expect(window.Main).ToContainTextAsync("No alarm stands");
            await Assertions.Expect(window.Page.Locator("#pages [aria-current=page]")).ToHaveTextAsync("Operation");
            await Fits.Everyone(window, "operate");

            app.CloseTheMailbox();
            await app.Perform(
                new(app.Now, "POST", "/api/agreements/rivers/items/charts/questions", """{"by":"lead","text":"Which charts?"}""", 201));
            for (int minute = 0; minute < 13; minute++)
            {
                await app.Leap(app.Now.AddMinutes(1));
            }

            await window.Button("Read again").PressAsync("Enter");
            ILocator alarm = window.Main.Locator("[data-alarm=letters-failing]");
            await Assertions.Expect(alarm).ToContainTextAsync("No letter has been taken since 12 January 2026");
            await Assertions.Expect(alarm).ToContainTextAsync("See to the mail server");
            await Fits.Everyone(window, "operate-alarm");
            await window.Button("Try again: Law desk").PressAsync("Enter");
            await Assertions.Expect(window.Main.Locator("#letters ~ [role=status]")).ToContainTextAsync("1 letter is tried again now");

            await window.Button("Repair now").PressAsync("Enter");
            ILocator repaired = window.Main.Locator("#repair ~ [role=status]");
            await Assertions.Expect(repaired).ToContainTextAsync("Repaired: 1 agreement, with 2 items");
            await Assertions.Expect(window.Button("Repair now")).ToBeFocusedAsync();

            foreach ((string language, string title, string says) in new[]
                { ("中文", "运行", "没有信函被收下"), ("Русский", "Эксплуатация", "не принято ни одного письма") })
            {
                await window.Button(language).ClickAsync();
                await Assertions.Expect(window.Main.Locator("h1")).ToHaveTextAsync(title);
                await Assertions.Expect(alarm).ToContainTextAsync(says);
                await Fits.Screen(window, $"operate {language}");
            }
        });
    }

    [Fact]
    public async Task is_offered_to_nobody_else()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, async window =>
        {
            await Bureau.SignIn(window, app, "desk", "#/");
            await Assertions.Expect(window.Page.Locator("#pages a[href='#/register']")).ToBeVisibleAsync();
            await Assertions.Expect(window.Page.Locator("#pages a[href='#/operate']")).ToHaveCountAsync(0);
        });
    }
}
