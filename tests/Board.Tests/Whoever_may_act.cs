using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>
/// Each is offered what they may do, and coordinators what they may enter for others; whoever only reads is offered nothing.
/// </summary>
public sealed class Whoever_may_act
{
    private static readonly Seat Phone = new(Width: 360, Height: 740);

    [Fact]
    public async Task is_offered_what_is_theirs()
    {
        await using RunningApp app = await Bureau.Closed("life");
        foreach (string reader in new[] { "auditor", "first" })
        {
            await Window.On(app, async window =>
            {
                await Bureau.SignIn(window, app, reader, Bureau.Item + "life");
                await Assertions.Expect(window.Main.Locator("h1")).ToHaveTextAsync("Revise Protocol No. 1");
                await Assertions.Expect(window.Main.Locator(".verb")).ToHaveCountAsync(0);
                await Assertions.Expect(window.Main.Locator(".acts-of-item")).ToBeHiddenAsync();
            });
        }

        await Window.On(app, Phone with { Expects = "403" }, async window =>
        {
            await Bureau.SignIn(window, app, "law", "#/");
            await window.Page.Locator("details").EvaluateAllAsync<object?>("all => all.forEach(fold => { fold.open = true; })");
            await window.Main.Locator(".moves a[href*='talks/items/life']").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#act-submit")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".act-form")).ToContainTextAsync("You do this as Law Desk.");
            (await window.Main.Locator(".verb").AllInnerTextsAsync()).Should().Equal(
                "Sign for it", "Report progress", "Finish a stage", "Hand in a file", "Report it done", "Ask for an extension",
                "Ask a question", "Escalate now");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToHaveTextAsync("Recorded: Signed for · Law Desk");
        });
        (await Bureau.Journal(app, "life")).Should().Equal("signed by law");
    }

    [Fact]
    public async Task for_another_is_told_that_the_journal_says_so()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, Phone with { Locale = "zh-CN" }, async window =>
        {
            await Bureau.SignIn(window, app, "desk", Bureau.Item + "life");
            await Assertions.Expect(window.Main.Locator("#acts-others")).ToHaveTextAsync("代他人办理");
            await Fits.Everyone(window, "desk");
            await window.Button("签收").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-form")).ToContainTextAsync("您代法规处办理，日志将记明由您代录。");
            await Fits.Everyone(window, "behalf");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToBeFocusedAsync();
        });
        (await Bureau.Journal(app, "life")).Should().Equal("signed by law through person:desk");
    }

    /// <summary>Ways that the service would refuse are not shown; who comes by an address is told whose it is.</summary>
    [Fact]
    public async Task sees_no_way_to_what_is_for_others()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, Phone, async window =>
        {
            await Bureau.SignIn(window, app, "law", "#/agreements/talks");
            await Assertions.Expect(window.Page.Locator("#pages a[href='#/new']")).ToHaveCountAsync(0);
            await Assertions.Expect(window.Main.Locator("a[href$='/new']")).ToHaveCountAsync(0);
            await window.Open("#/agreements/talks/new");
            await Assertions.Expect(window.Main.Locator(".note"))
                .ToContainTextAsync("coordinator of the agreement, International Department");
            await Assertions.Expect(window.Main.Locator("form")).ToHaveCountAsync(0);
            await Fits.Everyone(window, "not-theirs");
            await window.Open("#/new");
            await Assertions.Expect(window.Main.Locator(".note")).ToContainTextAsync("Only the office can register an agreement.");
            await window.Open("#/people");
            await Assertions.Expect(window.Main.Locator(".about").First).ToContainTextAsync("There may be more.");
            await window.Open("#/people/first");
            await Assertions.Expect(window.Main).ToContainTextAsync("Nothing that you may see waits for them");
        });
        await Window.On(app, async window =>
        {
            await Bureau.SignIn(window, app, "desk", "#/agreements/talks");
            await Assertions.Expect(window.Page.Locator("#pages a[href='#/new']")).ToHaveCountAsync(0);
            await window.Main.Locator("a[href$='/new']").ClickAsync();
            await Assertions.Expect(window.Main.Locator("form.entry:has(h1)")).ToBeVisibleAsync();
        });
    }

    /// <summary>The journal must say who did it: a coordinator whom the register does not know is told, and enters themselves.</summary>
    [Fact]
    public async Task registers_first_where_the_register_does_not_know_them()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, async window =>
        {
            await Bureau.SignIn(window, app, "office", Bureau.Item + "life");
            await Assertions.Expect(window.Main.Locator(".verb")).ToHaveCountAsync(0);
            await Assertions.Expect(window.Main.Locator(".unregistered")).ToContainTextAsync("office@nia.example");
            await Fits.Everyone(window, "unregistered");
            await window.Open("#/people");
            await Assertions.Expect(window.Main.Locator(".note")).ToContainTextAsync("office@nia.example");
            await window.Main.GetByRole(AriaRole.Link, new() { Name = "Register yourself" }).ClickAsync();
            await Assertions.Expect(window.Field("Mail address")).ToHaveValueAsync("office@nia.example");
            await window.Main.Locator("[data-at=name] input").First.FillAsync("Coordinating office");
            await window.Field("Time zone").FillAsync("Asia/Shanghai");
            await window.Main.Locator("[data-at=calendar] input").FillAsync("CN");
            await Fits.Everyone(window, "own-entry");
            await window.Button("Save").ClickAsync();
            await window.Heading("Coordinating office");
            await window.Open("#/people");
            await Assertions.Expect(window.Main.Locator(".note")).ToHaveCountAsync(0);
            await window.Open(Bureau.Item + "life");
            await Assertions.Expect(window.Main.Locator(".unregistered")).ToHaveCountAsync(0);
            await Assertions.Expect(window.Main.Locator(".verb").First).ToBeVisibleAsync();
        });
    }
}
