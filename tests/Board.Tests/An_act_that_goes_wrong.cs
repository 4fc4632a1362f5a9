using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>What is wrong is said beside its field; whatever happens on the way, nothing typed is lost and nothing is done twice.</summary>
public sealed class An_act_that_goes_wrong
{
    private static readonly Seat Phone = new(Width: 360, Height: 740);

    [Fact]
    public async Task says_beside_each_field_what_is_wrong_with_it()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, Phone with { Locale = "ru-RU", Expects = "422" }, async window =>
        {
            await window.Open($"{Bureau.Item}life?act=reschedule");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#act-dueOn")).ToBeFocusedAsync();
            await Says(window, "dueOn", "Пожалуйста, укажите дату полностью", "Пожалуйста, заполните это поле.");
            await Says(window, "reason", "Пожалуйста, заполните это поле.");
            await Fits.Everyone(window, "wrong");

            await window.Main.Locator("#act-dueOn").FillAsync("2020-05-10");
            await window.Main.Locator("#act-reason").FillAsync("Так решили.");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Says(window, "dueOn", "Пожалуйста, выберите сегодняшний день");
            await Assertions.Expect(window.Main.Locator("#act-reason")).ToHaveValueAsync("Так решили.");

            // What only the service knows to be wrong: a mark that turns the direction of writing, and does not end.
            await window.Main.Locator("#act-dueOn").FillAsync("2020-06-22");
            await window.Main.Locator("#act-reason").FillAsync("Так \u202eрешили.");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#act-reason")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator("#act-reason-error")).ToContainTextAsync("Это не было принято.");
            await Assertions.Expect(window.Main.Locator("#act-reason")).ToHaveValueAsync("Так \u202eрешили.");
        });
        (await Bureau.Journal(app, "life")).Should().BeEmpty();
    }

    [Fact]
    public async Task names_people_by_name_and_no_one_else()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, async window =>
        {
            await window.Open($"{Bureau.Item}life?act=hand-over");
            await window.Main.Locator("#act-owner").FillAsync("Treaty D");
            await window.Main.Locator("#act-reason").FillAsync("A new department.");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Says(window, "owner", "Nobody in the register is called that");
            await window.Main.Locator("#act-owner").FillAsync("law desk");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Says(window, "owner", "They own it already");
            await window.Main.Locator("#act-owner").FillAsync("Treaty Desk");
            await Assertions.Expect(window.Main.Locator("#act-owner-hint")).ToHaveTextAsync("Treaty Desk · treaty");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToContainTextAsync("from Law Desk to Treaty Desk");
        });
    }

    /// <summary>Whatever becomes of the page: another language, another look at the item, a reload.</summary>
    [Fact]
    public async Task keeps_what_was_typed()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, async window =>
        {
            await window.Open(Bureau.Item + "life");
            await window.Button("Report it done").ClickAsync();
            await window.Main.Locator("input[value=link]").ClickAsync();
            await window.Main.Locator("#act-ref").FillAsync("https://nia.example/texts/41");
            await window.Main.Locator("#act-note").FillAsync("Signed by both.");
            await window.Button("中文").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-form h3")).ToHaveTextAsync("报告办结");
            await IsThere(window);
            await window.Page.ReloadAsync();
            await window.Read();
            await IsThere(window);
            await window.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(window.Main.Locator(".verb[data-verb=complete]")).ToBeFocusedAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            await IsThere(window);
        });

        static async Task IsThere(Window window)
        {
            await Assertions.Expect(window.Main.Locator("input[value=link]")).ToBeCheckedAsync();
            await Assertions.Expect(window.Main.Locator("#act-ref")).ToHaveValueAsync("https://nia.example/texts/41");
            await Assertions.Expect(window.Main.Locator("#act-note")).ToHaveValueAsync("Signed by both.");
        }
    }

    [Fact]
    public async Task is_done_once_although_its_answer_was_lost()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, Phone with { Expects = "ERR_FAILED" }, async window =>
        {
            await window.Open($"{Bureau.Item}life?act=progress");
            await window.Main.Locator("#act-text").FillAsync("The draft is with the other side.");
            await window.Page.RouteAsync("**/progress", async route =>
            {
                // It arrives, and what comes back does not.
                _ = await route.FetchAsync();
                await route.AbortAsync();
            });
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToContainTextAsync("No answer came");
            await Assertions.Expect(window.Main.Locator("#act-text")).ToHaveValueAsync("The draft is with the other side.");
            await Fits.Everyone(window, "unanswered");

            await window.Page.UnrouteAsync("**/progress");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToHaveTextAsync("Recorded: Progress report · Law Desk");
        });
        (await Bureau.Journal(app, "life")).Should().Equal("progress by law");
    }

    private static async Task Says(Window window, string field, params string[] either)
    {
        ILocator error = window.Main.Locator($"#act-{field}-error");
        await Assertions.Expect(error).ToBeVisibleAsync();
        (await error.InnerTextAsync()).Should().ContainAny(either);
        (await window.Main.Locator($"#act-{field}").GetAttributeAsync("aria-describedby")).Should().Contain($"act-{field}-error");
        (await window.Main.Locator($"#act-{field}").GetAttributeAsync("aria-invalid")).Should().Be("true");
    }
}
