using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Two browsers change one item: the second sees what changed, loses no word that was typed, and goes on or lets it go.</summary>
public sealed class An_act_that_meets_another
{
    private const string LookNow = "document.dispatchEvent(new Event('visibilitychange'))";

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
        await Window.On(app, new Seat(Expects: "412"), async window =>
        {
            await window.Open($"{Bureau.Item}life?act=constructor");
            await Assertions.Expect(window.Main.Locator(".note")).ToHaveCountAsync(0);
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
            await Assertions.Expect(window.Main.Locator(".act-changed")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToContainTextAsync("this can no longer be done: Resume");
            await Assertions.Expect(window.Button("Undo")).ToHaveCountAsync(0);
        });
        (await Bureau.Journal(app, "life")).Should().Equal("waiting by desk", "progress by law", "resumed by desk");
    }

    /// <summary>Both said the same in words of their own: the second's are not on record, and are theirs to copy.</summary>
    [Theory]
    [InlineData("complete", "completion", """{"by":"law","evidence":{"kind":"document","ref":"No. 41"}}""", "#act-ref", "No. 41")]
    [InlineData("confirm", "confirmation", """{"by":"lead","note":"Seen at the meeting"}""", "#act-note", "Seen at the meeting")]
    [InlineData("decide-extension", "extensions/1", """{"by":"lead","decision":"granted","note":"One week"}""", "#act-note", "One week")]
    public async Task that_said_the_same_in_other_words_keeps_the_words(string verb, string path, string body, string field, string said)
    {
        await using RunningApp app = await Bureau.Open("life");
        await Bureau.Do(app, "POST", "life/extensions", """{"by":"law","dueOn":"2020-06-24","reason":"They ask for it"}""");
        if (verb == "confirm")
        {
            await Bureau.Do(app, "PUT", "life/completion", """{"by":"law","evidence":{"kind":"document","ref":"No. 40"}}""");
        }

        await Window.On(app, new Seat(Width: 360, Height: 740, Expects: "412"), async window =>
        {
            await window.Open($"{Bureau.Item}life?act={verb}");
            await window.Main.Locator(field).FillAsync(Words);
            if (verb == "decide-extension")
            {
                await window.Main.Locator("input[value=granted]").CheckAsync();
            }

            await Bureau.Do(app, "PUT", $"life/{path}", body);
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-changed")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".act-changed")).ToContainTextAsync(said);
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToContainTextAsync("this can no longer be done");
            await Assertions.Expect(window.Main.Locator(field)).ToHaveValueAsync(Words);
            await Assertions.Expect(window.Main.Locator(".act-done, #act-submit")).ToHaveCountAsync(0);
            await window.Look($"same-{verb}");
        });
    }

    /// <summary>Of what changes while somebody types: neither a name nor a decision is taken over from how it was.</summary>
    [Fact]
    public async Task asks_anew_what_was_chosen_for_something_else()
    {
        await using RunningApp app = await Bureau.Open("life", "handed");
        await Bureau.Do(app, "POST", "life/extensions", """{"by":"law","dueOn":"2020-06-24","reason":"They ask for it"}""");
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open($"{Bureau.Item}handed?act=progress");
            await window.Main.Locator("#act-text").FillAsync(Words);
            await Bureau.Do(app, "PUT", "handed/owner", """{"by":"desk","owner":"treaty","reason":"A new department"}""");
            await window.Page.EvaluateAsync(LookNow);
            await Assertions.Expect(window.Main.Locator("#act-by")).ToHaveValueAsync("");
            await Assertions.Expect(window.Main.Locator(".act-form")).ToContainTextAsync("Law Desk can no longer do this");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#act-by")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator("#act-by-error")).ToHaveTextAsync("Please choose one.");
            await Fits.Everyone(window, "by-again");
            await window.Main.Locator("#act-by").SelectOptionAsync("treaty");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToBeFocusedAsync();

            await window.Open($"{Bureau.Item}life?act=decide-extension");
            await window.Main.Locator("input[value=granted]").CheckAsync();
            await window.Main.Locator("#act-note").FillAsync(Words);
            await Bureau.Do(app, "PUT", "life/extensions/1", """{"by":"lead","decision":"refused"}""");
            await Bureau.Do(app, "POST", "life/extensions", """{"by":"law","dueOn":"2020-09-24","reason":"They ask for more"}""");
            await window.Page.EvaluateAsync(LookNow);
            await Assertions.Expect(window.Main.Locator(".act-form > .about")).ToContainTextAsync("They ask for more");
            await Assertions.Expect(window.Main.Locator("input[value=granted]")).Not.ToBeCheckedAsync();
            await Assertions.Expect(window.Main.Locator("#act-note")).ToHaveValueAsync(Words);
        });
        (await Bureau.Journal(app, "handed")).Should().Equal("handed-over by desk", "progress by treaty");
    }

    [Fact]
    public async Task leaves_a_way_to_the_words_whose_form_is_closed()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, async window =>
        {
            await window.Open($"{Bureau.Item}life?act=progress");
            await window.Main.Locator("#act-text").FillAsync(Words);
            await window.Page.Keyboard.PressAsync("Escape");
            await Bureau.Do(app, "PUT", "life/withdrawal", """{"by":"desk","reason":"Both sides dropped it"}""");
            await window.Page.ReloadAsync();
            await window.Read();
            await Assertions.Expect(window.Main.Locator(".verb")).ToHaveCountAsync(0);
            await Assertions.Expect(window.Main.Locator(".kept-words")).ToContainTextAsync("Typed here and not sent:");
            await Fits.Everyone(window, "kept-words");
            await window.Main.Locator(".kept-words button").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#act-text")).ToHaveValueAsync(Words);
            await window.Button("Let it go").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".kept-words")).ToHaveCountAsync(0);
        });
    }

    /// <summary>A day that is over cannot become the due date again.</summary>
    [Fact]
    public async Task offers_to_take_back_no_more_than_can_be()
    {
        await using RunningApp app = await Bureau.Open("life");
        await app.Leap(Moments.Day("2020-06-22T10:00:00+08:00"));
        await Window.On(app, async window =>
        {
            await window.Open($"{Bureau.Item}life?act=reschedule");
            await window.Main.Locator("#act-dueOn").FillAsync("2020-07-01");
            await window.Main.Locator("#act-reason").FillAsync("Agreed anew.");
            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-done")).ToContainTextAsync("Recorded: Rescheduled");
            await Assertions.Expect(window.Button("Undo")).ToHaveCountAsync(0);
        });
    }
}
