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
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("议定事项");
        await Assertions.Expect(window.Section("late").Locator("h3")).ToHaveTextAsync("修订第1号议定书");
        await Assertions.Expect(window.Section("late").Locator(".tab")).ToHaveTextAsync("12 天 · 逾期 红单");
        await Assertions.Expect(window.Page).ToHaveTitleAsync("议定事项 · FollowUp");
        await Assertions.Expect(window.Button("中文")).ToBeFocusedAsync();
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
    public async Task is_the_readers_own_at_the_first_visit() => await Window.On(await Moments.Late, new Seat(Locale: "ru-RU"), async window =>
    {
        await window.OpenItem("protocol-1");

        await Assertions.Expect(window.Page.Locator(".now")).ToContainTextAsync("Сейчас");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Пересмотреть Протокол № 1");
    });

    [Fact]
    public async Task leaves_no_word_untranslated_that_the_service_uses() => await Window.On(await Moments.Late, new Seat(Locale: "zh-CN"), async window =>
    {
        await window.OpenItem("protocol-1");
        string[] words = await window.Page.Locator(".rung, .rung-id, .chip, .event strong, .stages li").AllInnerTextsAsync() is { } all ? [.. all.Distinct()] : [];

        words.Should().NotBeEmpty().And.NotContain(word => word.Any(char.IsAsciiLetter));
    });
}
