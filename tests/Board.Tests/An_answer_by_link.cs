using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Law 17: from a letter to what is on record, on a phone, in three languages.</summary>
public sealed class An_answer_by_link
{
    private static readonly Seat Phone = new(Width: 360, Height: 740);

    public static TheoryData<string, string> Each =>
        [.. from action in AnswerAction.All from language in Desk.Languages select (action, language)];

    public static TheoryData<string, string> Dead =>
        [.. from why in new[] { "handed", "withdrawn", "looked" } from language in Desk.Languages select (why, language)];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task is_recorded_once(string action, string language)
    {
        RunningApp app = await Desk.Open;
        string token = Desk.Token(app, $"{action}-{language}", action);
        await Window.On(app, Phone, async window =>
        {
            await window.OpenLink(token);
            (await window.Page.GetAttributeAsync("html", "lang")).Should().Be(language);
            await Fits.Everyone(window, $"{action}-{language}-1");
            ILocator form = window.Main.Locator($"details[data-action={action}]");
            (await form.GetAttributeAsync("open")).Should().NotBeNull("what the link is for is open");
            await Fill(form, action);
            await form.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#note")).ToBeFocusedAsync();
            if (Next(action, language) is { } next)
            {
                await Assertions.Expect(window.Main.Locator("#note")).ToContainTextAsync(next);
            }

            await Fits.Everyone(window, $"{action}-{language}-2");

            await window.OpenLink(token);
            await Assertions.Expect(window.Main.Locator("#note")).ToBeVisibleAsync();
            (await window.Main.Locator($"details[data-action={action}]").CountAsync())
                .Should().BeLessThanOrEqualTo(action == "progress" ? 1 : 0);
        });
        JsonNode journal = (await app.Http.GetFromJsonAsync<JsonNode>(
            $"api/agreements/{Desk.Agreement}/journal", TestContext.Current.CancellationToken))!;
        journal["entries"]!.AsArray().Count(entry =>
            (string?)entry!["item"] == $"{action}-{language}" && (string?)entry["through"] == "letter").Should().Be(1);
    }

    [Fact]
    public async Task that_is_half_written_stays_as_it_is_in_another_language()
    {
        RunningApp app = await Desk.Open;
        await Window.On(app, Phone, async window =>
        {
            await window.OpenLink(Desk.Token(app, "looked-en", "progress"));
            await window.Main.Locator("#progress-text").FillAsync("Two articles are open.");
            await window.Main.Locator("details[data-action=complete] summary").ClickAsync();
            await window.Main.Locator("#kind-link").CheckAsync();
            await window.Main.Locator("#complete-ref").FillAsync("https://nia.example/41");

            await window.Page.Locator("#languages [lang=ru]").ClickAsync();

            await Assertions.Expect(window.Main.Locator("#complete-ref")).ToHaveValueAsync("https://nia.example/41");
            await Assertions.Expect(window.Main.Locator("#kind-link")).ToBeCheckedAsync();
            await Assertions.Expect(window.Main.Locator("details[data-action=complete]")).ToContainTextAsync("Доложить");
            await Assertions.Expect(window.Main.Locator("#complete-ref")).ToBeVisibleAsync();
            await Assertions.Expect(window.Main.Locator("#progress-text")).ToHaveValueAsync("Two articles are open.");
            await Assertions.Expect(window.Page.Locator("#languages [lang=ru]")).ToBeFocusedAsync();
        });
    }

    /// <summary>Who is thanked believes that they are heard: of two answers the second is not on record, and is not lost either.</summary>
    [Theory]
    [InlineData("en", "Your answer was not recorded: another one was already on record.")]
    [InlineData("zh", "本次答复未予记录：此前已有答复在案，详见下文。")]
    [InlineData("ru", "Ваш ответ не записан: ранее уже принято другое решение, см. ниже.")]
    public async Task that_another_was_quicker_than_says_so_and_keeps_what_was_typed(string language, string said)
    {
        RunningApp app = await Desk.Open;
        await Window.On(app, Phone, async window =>
        {
            await window.OpenLink(Desk.Token(app, $"raced-{language}", "extend"));
            ILocator form = window.Main.Locator("details[data-action=extend]");
            await form.Locator("#extend-dueOn").FillAsync("2020-07-17");
            await form.Locator("#extend-reason").FillAsync("The second annex.\nIt came late.");
            await Desk.Do(app, "POST", $"raced-{language}/extensions",
                new() { ["by"] = $"owner-{language}", ["dueOn"] = "2020-06-30", ["reason"] = "The first annex." });
            await form.Locator("button[type=submit]").ClickAsync();

            ILocator note = window.Main.Locator("#unrecorded");
            await Assertions.Expect(note).ToBeFocusedAsync();
            await Assertions.Expect(note.Locator("p").First).ToHaveTextAsync(said);
            await Assertions.Expect(note).ToContainTextAsync("The second annex. It came late.");
            await Assertions.Expect(note).ToContainTextAsync("2020");
            await Assertions.Expect(window.Main.Locator("#note")).ToContainTextAsync("The first annex.");
            await Fits.Everyone(window, $"raced-{language}");
        });
        (await Desk.Item(app, $"raced-{language}"))["extensions"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Dead))]
    public async Task that_comes_too_late_says_why_and_whom_to_ask(string why, string language)
    {
        RunningApp app = await Desk.Open;
        string token = Desk.Token(app, $"{why}-{language}", "complete", isOver: why == "looked");
        await Window.On(app, Phone, async window =>
        {
            await window.OpenLink(token);
            await Fits.Everyone(window, $"dead-{why}-{language}");
            (await window.Main.Locator("details").CountAsync()).Should().Be(0);
        });
    }

    [Fact]
    public async Task is_not_given_by_a_program_that_runs_the_page()
    {
        RunningApp app = await Desk.Open;
        string before = (await Desk.Item(app, "looked-en")).ToJsonString();
        List<string> methods = [];
        await Window.On(app, async window =>
        {
            window.Page.Request += (_, request) => methods.Add(request.Method);
            foreach (string action in new[] { "sign", "progress", "complete", "extend", "hand-back" })
            {
                await window.OpenLink(Desk.Token(app, "looked-en", action));
                await window.Page.EvaluateAsync("""
                    () => {
                      for (const fold of document.querySelectorAll('details')) fold.open = true;
                      for (const link of document.querySelectorAll('a[href]')) link.dispatchEvent(new Event('mouseover', { bubbles: true }));
                      dispatchEvent(new Event('focus')); dispatchEvent(new Event('blur')); dispatchEvent(new Event('pagehide'));
                    }
                    """);
                await window.Page.Mouse.WheelAsync(0, 2000);
            }
        });
        methods.Should().OnlyContain(method => method == "GET");
        (await Desk.Item(app, "looked-en")).ToJsonString().Should().Be(before);
    }

    [Fact]
    public async Task says_beside_the_field_what_is_missing() => await Window.On(await Desk.Open, Phone, async window =>
    {
        await window.OpenLink(Desk.Token(await Desk.Open, "looked-zh", "extend"));
        ILocator form = window.Main.Locator("details[data-action=extend]");
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(form.Locator("#extend-dueOn")).ToBeFocusedAsync();
        await Assertions.Expect(form.Locator("#extend-dueOn-wrong")).ToHaveTextAsync("请填写此项。");
        await form.Locator("#extend-dueOn").FillAsync("2020-06-17");
        await form.Locator("#extend-reason").FillAsync("附件正在翻译。");
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(form.Locator("#extend-dueOn-wrong")).ToContainTextAsync("2020年6月17日");
        await Fits.Everyone(window, "wrong-zh");
    });

    [Theory]
    [InlineData("en", "Please choose a day before", "Nothing of this can be seen", "Please give the whole address")]
    [InlineData("zh", "之前的日期。", "仅含不可见字符", "请填写完整网址")]
    [InlineData("ru", "Выберите дату ранее", "нет видимых знаков", "Укажите полный адрес")]
    public async Task says_beside_the_field_what_cannot_be(string language, string tooFar, string invisible, string address) =>
        await Window.On(await Desk.Open, Phone, async window =>
        {
            await window.OpenLink(Desk.Token(await Desk.Open, $"looked-{language}", "extend"));
            ILocator form = window.Main.Locator("details[data-action=extend]");
            await form.Locator("#extend-dueOn").FillAsync("2999-01-01");
            await form.Locator("#extend-reason").FillAsync("\u200b\u2060");
            await form.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(form.Locator("#extend-dueOn-wrong")).ToContainTextAsync(tooFar);
            await Assertions.Expect(form.Locator("#extend-reason-wrong")).ToContainTextAsync(invisible);

            await window.OpenLink(Desk.Token(await Desk.Open, $"looked-{language}", "complete"));
            form = window.Main.Locator("details[data-action=complete]");
            await form.Locator("#kind-link").CheckAsync();
            await form.Locator("#complete-ref").FillAsync("javascript:alert(1)");
            await form.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(form.Locator("#complete-ref")).ToBeFocusedAsync();
            await Assertions.Expect(form.Locator("#complete-ref-wrong")).ToContainTextAsync(address);
            await Fits.Everyone(window, $"wrong-address-{language}");
        });

    [Fact]
    public async Task goes_without_a_mouse_and_in_another_language() => await Window.On(await Desk.Open, Phone, async window =>
    {
        await window.OpenLink(Desk.Token(await Desk.Open, "looked-ru", "sign"));
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Main.Locator("details[data-action=sign] summary")).ToHaveTextAsync("Sign for it");
        await Assertions.Expect(window.Button("English")).ToBeFocusedAsync();
        for (int n = 0; n < 20 && !await IsFocused(window, "details[data-action=complete] summary"); n++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
        }

        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Main.Locator("#complete-ref")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task that_nobody_signed_opens_nothing() => await Window.On(await Desk.Open, Phone with { Expects = "404" }, async window =>
    {
        await window.OpenLink("v1.half");
        await Assertions.Expect(window.Main).ToContainTextAsync("This is not a link from a letter, or it is incomplete.");
        await Fits.Everyone(window, "unknown");
    });

    /// <summary>Who moves next, as the page says after an answer; null where nobody does.</summary>
    private static string? Next(string action, string language) => (action, language) switch
    {
        ("complete" or "extend", "en") => "\u2068Head of Office\u2069 will be told by letter.",
        ("complete" or "extend", "zh") => "系统将通知\u2068办公室主任\u2069。",
        ("complete" or "extend", _) => "Уведомление получит \u2068Начальник управления\u2069.",
        ("confirm" or "return", "en") => "\u2068Law Desk\u2069 will be told by letter.",
        _ => null,
    };

    private static async Task<bool> IsFocused(Window window, string selector) =>
        await window.Main.Locator(selector).EvaluateAsync<bool>("one => one === document.activeElement");

    private static async Task Fill(ILocator form, string action)
    {
        foreach (ILocator field in await form.Locator("textarea:visible, input[type=text]:visible").AllAsync())
        {
            await field.FillAsync("NIA-LAW-2020-41");
        }

        if (action == "extend")
        {
            await form.Locator("input[type=date]").FillAsync("2020-07-17");
        }
    }
}
