using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class Another_language
{
    [Fact]
    public async Task changes_the_words_the_names_and_the_pages_language() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await window.Button("中文").ClickAsync();

        await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("今日");
        await Assertions.Expect(window.Section("late").Locator("h3")).ToHaveTextAsync("修订第1号议定书");
        await Assertions.Expect(window.Section("late").Locator(".tab")).ToHaveTextAsync("逾期 12 天 红单");
        await Assertions.Expect(window.Page).ToHaveTitleAsync("今日 · FollowUp");
        await Assertions.Expect(window.Button("中文")).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData("zh-CN", "国家移民管理局法规处 · 责任单位")]
    [InlineData("ru-RU", "Правовой отдел ГМА Китая · исполнитель")]
    public async Task calls_people_as_its_readers_know_them(string locale, string owner) =>
        await Window.On(await Moments.Late, new Seat(Locale: locale), async window =>
    {
        await window.Open();

        await Assertions.Expect(window.Section("late").Locator(".heard li").First).ToHaveTextAsync(owner);
    });

    [Fact]
    public async Task stays_for_the_next_visit() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await window.Button("Русский").ClickAsync();
        await window.Page.ReloadAsync();

        await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Assertions.Expect(window.Section("late").Locator(".tab")).ToHaveTextAsync("12 дней просрочки Красная карточка");
    });

    [Fact]
    public async Task is_the_readers_own_at_the_first_visit() =>
        await Window.On(await Moments.Late, new Seat(Locale: "ru-RU"), async window =>
    {
        await window.OpenItem("protocol-1");

        await Assertions.Expect(window.Page.Locator(".now")).ToContainTextAsync("Сейчас");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Пересмотреть Протокол № 1");
    });

    /// <summary>Names, ids and what people wrote stay as they are; all else is the page's to say.</summary>
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("ru-RU")]
    public async Task says_every_change_reason_and_warning(string locale) =>
        await Window.On(await Moments.AfterDetours, new Seat(Locale: locale), async window =>
    {
        foreach (string item in new[] { "articles", "experts", "signature", "gazette", "meeting", "islands" })
        {
            await window.Open(Detours.Item + item);
            IReadOnlyList<string> words = await window.Page.Locator(Said).AllInnerTextsAsync();
            words.Should().NotBeEmpty().And.NotContain(text => Own(text).Any(char.IsAsciiLetter), item);
        }
    });

    /// <summary>What stands in the order of its words stands in another order in another language.</summary>
    [Fact]
    public async Task puts_titles_in_its_own_order() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/register?sort=title");
        await window.Button("Русский").ClickAsync();
        string[] order = await ByTitle(window, "ru");
        order.Should().NotEqual(await ByTitle(window, "en"));
        await Assertions.Expect(window.Main.Locator(".slip h3")).ToHaveTextAsync(order);
        await Assertions.Expect(window.Button("Русский")).ToBeFocusedAsync();
    });

    [Fact]
    public async Task explains_moved_days_with_the_names_of_their_holidays() =>
        await Window.On(await Moments.AfterDetours, new Seat(Locale: "zh-CN"), async window =>
    {
        await window.Open(Detours.Articles);
        await Assertions.Expect(window.Page.Locator(".future .why").Filter(new() { HasText = "5月4日" })).ToContainTextAsync("劳动节假期");
    });

    [Fact]
    public async Task has_all_the_words_that_English_has() => await Window.On(await Moments.Empty, async window =>
    {
        await window.Open();
        string[] keys = await Keys(window, "en");

        keys.Should().HaveCountGreaterThan(200);
        foreach (string language in new[] { "zh", "ru" })
        {
            (await Keys(window, language)).Should().BeEquivalentTo(keys, language);
        }
    });

    [Fact]
    public async Task leaves_no_word_untranslated_that_the_service_uses() =>
        await Window.On(await Moments.Late, new Seat(Locale: "zh-CN"), async window =>
    {
        await window.OpenItem("protocol-1");
        string[] words = await window.Page.Locator(".rung, .rung-id, .chip, .event strong, .stages li").AllInnerTextsAsync() is { } all
            ? [.. all.Distinct()] : [];

        words.Should().NotBeEmpty().And.NotContain(word => word.Any(char.IsAsciiLetter));
    });

    private const string Said =
        ".rung, .rung-id, .chip, .event strong, .said, .why:not(:has(.proof)), .slippage, .changes strong, .changes .why, .warnings li, .standing, .step > span:first-child, .tab, dt";

    private static string Own(string text) =>
        Detours.Names.Concat(["default", "CN", "RU"]).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal));

    private static async Task<string[]> ByTitle(Window window, string language) =>
    [
        .. (await window.Api($"items?sort=title&language={language}"))["items"]!.AsArray().Select(item => (string)item!["title"]!["ru"]!),
    ];

    private static Task<string[]> Keys(Window window, string language) =>
        window.Page.EvaluateAsync<string[]>(
            "async language => Object.keys((await import(`/board/words/${language}/index.js`)).default)", language);
}
