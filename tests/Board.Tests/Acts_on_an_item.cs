using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Every verb of an item, done on its page: by keyboard alone in Chinese and by mouse in Russian, on a phone.</summary>
public sealed class Acts_on_an_item
{
    private static readonly Seat Phone = new(Width: 360, Height: 740);

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("ru-RU", true)]
    public async Task do_all_that_can_be_done(string locale, bool hasMouse)
    {
        await using RunningApp app = await Bureau.Open("life", "end");
        await Window.On(app, Phone with { Locale = locale }, async window =>
        {
            Hand hand = Hand.Of(window, hasMouse);
            await window.Open(Bureau.Item + "life");
            await Fits.Everyone(window, $"bar-{locale}");
            await Work(app, window, hand);
            await Coordinate(app, window, hand);
            await Decide(app, window, hand);
            await Assertions.Expect(window.Main.Locator(".verb")).ToHaveCountAsync(0, new() { Timeout = 5000 });

            await window.Open(Bureau.Item + "end");
            await Do(app, window, hand, "withdraw", () => hand.Write(Field(window, "reason"), "Both sides dropped it"));
        });

        (await Bureau.Journal(app, "life")).Should().Equal(
            "signed by law", "progress by law", "stage-done by law", "extension-asked by law", "extension-granted by lead",
            "question-asked by law", "question-answered by lead", "escalated by law", "amended by desk",
            "waiting by desk", "resumed by desk", "waiting by desk", "resumed by desk", "waiting by desk", "resumed by desk",
            "rescheduled by desk", "rescheduled by desk", "handed-over by desk", "handed-over by desk", "reported by law",
            "returned by lead", "reported by law", "confirmed by lead");
        (await Bureau.Journal(app, "end")).Should().Equal("withdrawn by desk");
    }

    private static async Task Work(RunningApp app, Window window, Hand hand)
    {
        await Do(app, window, hand, "sign", () => Task.CompletedTask);
        await Do(app, window, hand, "progress", () => hand.Write(Field(window, "text"), "The draft is with the other side."));
        await Do(app, window, hand, "finish-stage", () => hand.Pick(Radio(window, "stage", "draft")));
        await Do(app, window, hand, "extend", async () =>
        {
            await hand.Date(Field(window, "dueOn"), new(2020, 6, 30));
            await hand.Write(Field(window, "reason"), "The annex is being translated.");
        });
        await Do(app, window, hand, "decide-extension", () => hand.Pick(Radio(window, "decision", "granted")));
        await Assertions.Expect(window.Main.Locator(".facts time").First).ToHaveAttributeAsync("datetime", "2020-06-30");
        await Do(app, window, hand, "ask", () => hand.Write(Field(window, "text"), "Which annex is meant?"));
        await Do(app, window, hand, "answer-question", () => hand.Write(Field(window, "text"), "The second one."));
        await Do(app, window, hand, "escalate", () => hand.Write(Field(window, "reason"), "The annex needs a decision."));
    }

    /// <summary>What has a counterpart is taken back by it.</summary>
    private static async Task Coordinate(RunningApp app, Window window, Hand hand)
    {
        await Do(app, window, hand, "amend", () => hand.Write(Field(window, "number"), "12/3"));
        await Do(app, window, hand, "suspend", () => hand.Write(Field(window, "reason"), "Their experts are not named."));
        await Undo(app, window, hand);
        await Do(app, window, hand, "suspend", () => hand.Write(Field(window, "reason"), "Their experts are not named."));
        await Do(app, window, hand, "resume", () => Task.CompletedTask);
        await Undo(app, window, hand);
        await Do(app, window, hand, "resume", () => Task.CompletedTask);
        await Do(app, window, hand, "reschedule", async () =>
        {
            await hand.Date(Field(window, "dueOn"), new(2020, 7, 15));
            await hand.Write(Field(window, "reason"), "Both delegations are in quarantine.");
        });
        await Undo(app, window, hand);
        await Assertions.Expect(window.Main.Locator(".facts time").First).ToHaveAttributeAsync("datetime", "2020-06-30");
        await Do(app, window, hand, "hand-over", async () =>
        {
            await hand.Write(Field(window, "owner"), "treaty@nia.example");
            await hand.Write(Field(window, "reason"), "A new department.");
        });
        await Undo(app, window, hand);
    }

    private static async Task Decide(RunningApp app, Window window, Hand hand)
    {
        await Do(app, window, hand, "complete", async () =>
        {
            await hand.Pick(Radio(window, "kind", "link"));
            await hand.Write(Field(window, "ref"), "https://nia.example/texts/41");
        });
        await Do(app, window, hand, "return", () => hand.Write(Field(window, "reason"), "The annex is missing."));
        await Do(app, window, hand, "complete", async () =>
        {
            await hand.Pick(Radio(window, "kind", "none"));
            await hand.Write(Field(window, "note"), "They said so by phone.");
        });
        await Do(app, window, hand, "confirm", () => hand.Write(Field(window, "note"), "Thank you."));
    }

    private static async Task Do(RunningApp app, Window window, Hand hand, string verb, Func<Task> fill)
    {
        await hand.Press(window.Main.Locator($".verb[data-verb={verb}]"));
        await Assertions.Expect(window.Main.Locator(".act-form")).ToBeVisibleAsync();
        await SaysItInTheReadersLanguage(window, verb);
        await fill();
        await hand.Press(window.Main.Locator("#act-submit"));
        await IsDone(app, window);
    }

    private static ILocator Field(Window window, string name) => window.Main.Locator($"#act-{name}");

    private static ILocator Radio(Window window, string group, string value) =>
        window.Main.Locator($"input[name=act-{group}][value='{value}']");

    private static async Task Undo(RunningApp app, Window window, Hand hand)
    {
        await hand.Press(window.Main.Locator(".undo"));
        await Assertions.Expect(window.Main.Locator(".undo")).ToHaveCountAsync(0);
        await IsDone(app, window);
    }

    private static async Task IsDone(RunningApp app, Window window)
    {
        ILocator done = window.Main.Locator(".act-done");
        await Assertions.Expect(done).ToBeFocusedAsync();
        await Assertions.Expect(window.Page.Locator("#announce")).ToHaveTextAsync(await done.Locator("p").InnerTextAsync());
        await Assertions.Expect(window.Main.Locator(".act-form")).ToHaveCountAsync(0);
        await app.Leap(app.Now.AddMinutes(1));
    }

    /// <summary>No English on the form, and nothing beside the screen.</summary>
    private static async Task SaysItInTheReadersLanguage(Window window, string verb)
    {
        await Fits.Screen(window, verb);
        ILocator all = window.Main.Locator(".act-form h3, .act-form label, .act-form legend, .act-form button, .verb, .verbs h2");
        string[] words = [.. await all.AllInnerTextsAsync()];
        words.Should().NotBeEmpty().And.NotContain(text => text.Any(char.IsAsciiLetter), verb);
    }
}
