using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Before a due date is moved, the form shows when notices would fall then, and what the calendars say of that day.</summary>
public sealed class A_date_that_is_chosen
{
    [Fact]
    public async Task shows_what_would_be_said_before_it_is_sent()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, new Seat(Width: 360, Height: 740, IsStill: true), async window =>
        {
            ILocator preview = window.Main.Locator(".date-preview");
            await window.Open($"{Bureau.Item}life?act=reschedule");
            await Assertions.Expect(preview).ToBeHiddenAsync();
            await window.Main.Locator("#act-dueOn").FillAsync("2020-10-03");
            await Assertions.Expect(preview).ToContainTextAsync("Sat 3 Oct is no working day: National Day (CN)");
            await Assertions.Expect(preview.Locator("tbody tr").Nth(3)).ToContainTextAsync("Wed, 30 Sept 2020, 09:00");
            await window.Main.Locator("#act-dueOn").ScrollIntoViewIfNeededAsync();
            await Fits.Everyone(window, "date-chosen");

            // In another language it is said anew; a day that cannot be is not looked at.
            await window.Button("中文").ClickAsync();
            await Assertions.Expect(preview).ToContainTextAsync("国庆节");
            await window.Main.Locator("#act-dueOn").FillAsync("2020-05-01");
            await Assertions.Expect(preview).ToBeHiddenAsync();

            await window.Page.SetViewportSizeAsync(1280, 900);
            await window.Open($"{Bureau.Item}life?act=extend");
            await window.Main.Locator("#act-dueOn").FillAsync("2020-07-15");
            await Assertions.Expect(preview.Locator("tbody tr").First).ToBeVisibleAsync();
            await Fits.Everyone(window, "extension-chosen");
        });
        (await Bureau.Journal(app, "life")).Should().BeEmpty("nothing was sent");
    }
}
