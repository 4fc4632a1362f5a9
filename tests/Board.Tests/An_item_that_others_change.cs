using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>An item's page follows what others do with it, around whoever reads or types there.</summary>
public sealed class An_item_that_others_change
{
    private const string Look = "document.dispatchEvent(new Event('visibilitychange'))";

    [Fact]
    public async Task shows_it_by_itself_and_takes_nothing_from_whoever_types()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, new Seat(Width: 360, Height: 740, IsStill: true), async window =>
        {
            await window.Open($"{Bureau.Item}life?act=progress");
            ILocator text = window.Main.Locator("#act-text");
            await text.FillAsync("Two articles are settled.");
            await text.EvaluateAsync("one => { one.setSelectionRange(3, 3); one.isTheSame = true; }");
            await window.Page.EvaluateAsync("document.querySelector('details.later')?.setAttribute('open', '')");
            double before = (await text.BoundingBoxAsync())!.Y;

            await window.Page.EvaluateAsync(Look);
            await Bureau.Do(app, "PUT", "life/receipt", """{"by":"law"}""");
            await window.Page.EvaluateAsync(Look);

            await Assertions.Expect(window.Main.Locator(".news")).ToHaveTextAsync("Brought up to date: Signed for · Law Desk");
            await Assertions.Expect(window.Page.Locator("#announce")).ToHaveTextAsync("Brought up to date: Signed for · Law Desk");
            await Assertions.Expect(window.Main.Locator(".step.done")).ToHaveCountAsync(2);
            await Assertions.Expect(window.Main.Locator(".timeline [data-event=signed]")).ToHaveCountAsync(1);
            await Assertions.Expect(window.Main.Locator(".act-changed")).ToContainTextAsync("Signed for by Law Desk");
            await Assertions.Expect(window.Button("Sign for it")).ToHaveCountAsync(0);
            await Assertions.Expect(text).ToBeFocusedAsync();
            (await text.EvaluateAsync<bool>("one => one.isTheSame && one.selectionStart === 3")).Should().BeTrue();
            ((double)(await text.BoundingBoxAsync())!.Y).Should().BeApproximately(before, 2, "what one looks at stays where it is");
            await Assertions.Expect(window.Main.Locator("details.later").First).ToHaveAttributeAsync("open", "");
            await window.Page.Keyboard.TypeAsync(" or three");
            await Fits.Everyone(window, "others-changed");

            await window.Button("Go on: Report progress").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".timeline")).ToContainTextAsync("Two or three articles are settled.");

            // What was read anew is what another language shows.
            await Bureau.Do(app, "PUT", "life/withdrawal", """{"by":"desk","reason":"Both sides dropped it"}""");
            await window.Page.EvaluateAsync(Look);
            await Assertions.Expect(window.Main.Locator(".verb")).ToHaveCountAsync(0);
            await window.Button("Русский").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".standing strong")).ToHaveTextAsync("Отозвано");
        });
        (await Bureau.Journal(app, "life")).Should().Equal("signed by law", "progress by law", "withdrawn by desk");
    }
}
