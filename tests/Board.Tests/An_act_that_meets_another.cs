using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Two browsers change one item: the second sees what changed, loses no word that was typed, and goes on or lets it go.</summary>
public sealed class An_act_that_meets_another
{
    private const string Words = "附件第三条对方尚未答复，预计本月底前商定。";

    [Fact]
    public async Task shows_what_changed_and_goes_on()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, new Seat(Width: 360, Height: 740, Locale: "zh-CN", Expects: "412"), async law =>
        {
            await Bureau.SignIn(law, app, "law", $"{Bureau.Item}life?act=extend");
            await Assertions.Expect(law.Main.Locator("#act-dueOn")).ToBeFocusedAsync();
            await law.Main.Locator("#act-dueOn").FillAsync("2020-07-01");
            await law.Main.Locator("#act-reason").FillAsync(Words);

            await Window.On(app, async desk =>
            {
                await Bureau.SignIn(desk, app, "desk", Bureau.Item + "life");
                await desk.Button("Reschedule").ClickAsync();
                await desk.Main.Locator("#act-dueOn").FillAsync("2020-06-24");
                await desk.Main.Locator("#act-reason").FillAsync("The second side asked for a week.");
                await desk.Main.Locator("#act-submit").ClickAsync();
                await Assertions.Expect(desk.Main.Locator(".act-done")).ToContainTextAsync("Rescheduled");
            });
            await app.Leap(app.Now.AddMinutes(1));

            await law.Main.Locator("#act-submit").ClickAsync();
            ILocator changed = law.Main.Locator(".act-changed");
            await Assertions.Expect(changed).ToBeFocusedAsync();
            await Assertions.Expect(changed.Locator("li")).ToHaveCountAsync(1);
            await Assertions.Expect(changed.Locator("li")).ToContainTextAsync("调整期限 国际合作司");
            await Assertions.Expect(changed.Locator("li")).ToContainTextAsync("The second side asked for a week.");
            await Assertions.Expect(law.Main.Locator("#act-reason")).ToHaveValueAsync(Words);
            await Assertions.Expect(law.Main.Locator("#act-dueOn")).ToHaveValueAsync("2020-07-01");
            await Assertions.Expect(law.Main.Locator(".facts time").First).ToHaveAttributeAsync("datetime", "2020-06-24");
            await Fits.Everyone(law, "changed");

            await law.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(law.Main.Locator(".act-done")).ToBeFocusedAsync();
        });
        (await Bureau.Journal(app, "life")).Should().Equal("rescheduled by desk", "extension-asked by law");
    }

    [Fact]
    public async Task that_ended_it_leaves_the_words_to_whoever_typed_them()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, new Seat(Expects: "412"), async window =>
        {
            await window.Open($"{Bureau.Item}life?act=progress");
            await window.Main.Locator("#act-text").FillAsync("Two of three articles are settled.");
            await Bureau.Do(app, "PUT", "life/withdrawal", """{"by":"desk","reason":"Both sides dropped it"}""");

            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-changed")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".act-changed")).ToContainTextAsync("Both sides dropped it");
            await Assertions.Expect(window.Main.Locator(".act-trouble"))
                .ToContainTextAsync("this can no longer be done: Report progress");
            await Assertions.Expect(window.Main.Locator("#act-text")).ToHaveValueAsync("Two of three articles are settled.");
            await Assertions.Expect(window.Main.Locator("#act-submit")).ToHaveCountAsync(0);
            await Fits.Everyone(window, "ended");

            await window.Button("Let it go").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-form")).ToHaveCountAsync(0);
            window.Page.Url.Should().EndWith("/life");
        });
        (await Bureau.Journal(app, "life")).Should().Equal("withdrawn by desk");
    }

    /// <summary>Somebody else was first: that it was not this reader is said.</summary>
    [Fact]
    public async Task that_did_the_same_says_who_was_first()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, async window =>
        {
            await window.Open($"{Bureau.Item}life?act=confirm");
            await Assertions.Expect(window.Main.Locator(".note")).ToContainTextAsync("this is not open to you: Confirm");
            await window.Button("Wait for the other side").ClickAsync();
            await window.Main.Locator("#act-reason").FillAsync("Their experts are not named.");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Button("Undo")).ToBeVisibleAsync();

            await Bureau.Do(app, "POST", "life/progress", """{"by":"law","text":"They have named them."}""");
            await window.Button("Read again").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".timeline")).ToContainTextAsync("They have named them.");
            await Assertions.Expect(window.Button("Undo")).ToHaveCountAsync(0);

            await window.Button("Resume").ClickAsync();
            await Bureau.Do(app, "DELETE", "life/waiting?by=desk", "");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToBeFocusedAsync();
        });
        (await Bureau.Journal(app, "life")).Should().Equal("waiting by desk", "progress by law", "resumed by desk");
    }
}
