using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>
/// Who keeps dates, as pictures with their numbers behind them, and what the weekly letter to a level says, live. The charts were due on
/// 31 March 2026, and it is 10 April.
/// </summary>
public sealed class Figures_of_dates
{
    [Fact]
    public async Task lead_to_their_items_and_to_what_is_late_below_a_level()
    {
        await using RunningApp app = await Rivers.Open();
        await app.Live([], Moments.Day("2026-04-10T10:00:00+08:00"));
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/figures?from=2026-03-01&to=2026-04-30");
            await window.Heading("Who keeps dates");
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Img, new() { Name = "By month of the due date" })).ToBeVisibleAsync();
            await window.Main.Locator("details.numbers summary").Nth(1).ClickAsync();
            await Fits.Colouring(window, ColorScheme.Light, "figures");
            await window.Look("figures");
            await Fits.Colouring(window, ColorScheme.Dark, "figures in the dark");
            await window.Look("figures-dark");

            await window.Main.GetByRole(AriaRole.Row, new() { Name = "March 2026" }).GetByRole(AriaRole.Link).ClickAsync();
            await Assertions.Expect(window.Page).ToHaveURLAsync(
                new System.Text.RegularExpressions.Regex("register.*dueFrom=2026-03-01&dueBefore=2026-04-01&figure=late"));
            await Assertions.Expect(window.Main.Locator(".slip h3")).ToHaveTextAsync("Exchange the charts");
            await Assertions.Expect(window.Field("Dates")).ToHaveValueAsync("late");

            await window.Open("#/review");
            await window.Field("Level").SelectOptionAsync("lead");
            await Assertions.Expect(window.Main).ToContainTextAsync("Late by 10 days: due on 31 March 2026");
            await Assertions.Expect(window.Main.GetByRole(AriaRole.Heading, new() { Name = "Law desk 1 item" })).ToBeVisibleAsync();
            await Fits.Colouring(window, ColorScheme.Light, "review");
            await window.Look("review");
            await window.Field("Level").SelectOptionAsync("office");
            await Assertions.Expect(window.Main).ToContainTextAsync("Nothing is late below Office.");
        });
    }

    [Fact]
    public async Task fit_a_narrow_screen()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(Width: 360, IsStill: true), async window =>
        {
            await window.Open("#/figures?from=2026-03-01&to=2026-04-30");
            await window.Heading("Who keeps dates");
            await window.Look("figures-narrow");
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360);
        });
    }
}
