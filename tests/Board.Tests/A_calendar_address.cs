using System.Net;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Somebody takes a calendar's address from the board, to a calendar program and no further.</summary>
public sealed class A_calendar_address
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_made_copied_renewed_and_withdrawn()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await window.Open("#/people/law");
            await window.Main.GetByText("Calendar address", new() { Exact = true }).ClickAsync();
            await window.Button("Make an address").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".feed-said")).ToContainTextAsync("The address is made.");
            await Assertions.Expect(Address(window)).ToBeFocusedAsync();
            string first = await Address(window).InputValueAsync();
            (await Read(app, first)).Should().Contain("SUMMARY:Exchange the charts").And.Contain("SUMMARY:Name the pilots");
            (await Link(window).GetAttributeAsync("href")).Should().Be(first.Replace("http:", "webcal:", StringComparison.Ordinal));
            await Fits.Colouring(window, ColorScheme.Light, "address");
            await Fits.Colouring(window, ColorScheme.Dark, "address in the dark");
            await window.Look("calendar-address");

            await window.Button("Copy").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".feed-said")).ToHaveTextAsync("The address is copied.");
            (await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(first);

            await window.Button("Renew the address").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".feed-question:visible")).ToContainTextAsync("the one above stops at once");
            await window.Look("calendar-address-renew");
            (await Status(app, first)).Should().Be(HttpStatusCode.OK, "nothing happens before it is said what would");
            await window.Main.Locator(".feed-question:visible .act").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".feed-said")).ToContainTextAsync("the former one has stopped");
            string second = await Address(window).InputValueAsync();
            (await Status(app, first), await Status(app, second)).Should().Be((HttpStatusCode.Gone, HttpStatusCode.OK));

            await window.Button("Withdraw it").ClickAsync();
            await window.Main.Locator(".feed-question:visible .act").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".feed-said")).ToContainTextAsync("There is none now");
            await Assertions.Expect(window.Button("Make an address")).ToBeFocusedAsync();
            (await Status(app, second)).Should().Be(HttpStatusCode.Gone);
        });
    }

    [Fact]
    public async Task is_made_and_kept_by_the_keyboard_alone()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(Width: 360, IsStill: true), async window =>
        {
            await window.Open("#/agreements/rivers");
            await window.Main.Locator(".feed summary").FocusAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(window.Button("Make an address")).ToBeVisibleAsync();
            await Press(window, "Tab", "Enter");
            await Assertions.Expect(Address(window)).ToBeFocusedAsync();
            string address = await Address(window).InputValueAsync();

            await window.Button("Renew the address").FocusAsync();
            await Press(window, "Enter");
            await Assertions.Expect(window.Main.Locator(".feed-question:visible .act")).ToBeFocusedAsync();
            await Press(window, "Escape");
            await Assertions.Expect(window.Main.Locator(".feed-question:visible")).ToHaveCountAsync(0);
            await Assertions.Expect(window.Button("Renew the address")).ToBeFocusedAsync();
            (await Status(app, address)).Should().Be(HttpStatusCode.OK);
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360);
            await window.Look("calendar-address-narrow");
        });
    }

    /// <summary>One agreement, one address after the other, and in each language a calendar of its own.</summary>
    [Theory]
    [InlineData("zh-CN", "日历订阅地址", "生成地址", "SUMMARY:交换海图")]
    [InlineData("ru-RU", "Адрес календаря", "Создать адрес", "SUMMARY:Обменяться картами")]
    public async Task of_an_agreement_is_in_the_language_of_the_page(string locale, string title, string make, string summary)
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(Locale: locale, IsStill: true), async window =>
        {
            await window.Open("#/agreements/rivers");
            await window.Main.GetByText(title, new() { Exact = true }).ClickAsync();
            await window.Button(make).ClickAsync();
            await Assertions.Expect(Address(window)).ToBeFocusedAsync();
            (await Read(app, await Address(window).InputValueAsync())).Should().Contain(summary);
            await window.Look($"calendar-address-{locale}");
        });
    }

    /// <summary>Before somebody opens it, the page does not even know it; and it says so where it may not be copied.</summary>
    [Fact]
    public async Task is_shown_to_nobody_who_passes_by()
    {
        await using RunningApp app = await Rivers.Open();
        using HttpResponseMessage made = await app.Http.PostAsync("/api/people/law/feed", null, Cancel);
        made.EnsureSuccessStatusCode();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            List<string> asked = [];
            window.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
            await window.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
            await window.Open("#/people/law");
            asked.Should().NotContain("/api/people/law/feed");
            (await window.Page.ContentAsync()).Should().NotContain("/api/feeds/");

            await window.Main.GetByText("Calendar address", new() { Exact = true }).ClickAsync();
            await window.Button("Copy").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".feed-said")).ToContainTextAsync("copy it with Ctrl+C");
            (await window.Page.EvaluateAsync<string>("getSelection().toString()")).Should().Be(await Address(window).InputValueAsync());
        });
    }

    /// <summary>An owner has their own, and neither another's nor the agreement's.</summary>
    [Fact]
    public async Task is_offered_to_whoever_may_have_it()
    {
        DateTimeOffset then = Moments.Day("2019-11-21T10:00:00+08:00");
        await using RunningApp app = await RunningApp.Start(then, new() { ["Access:Coordinators"] = "office@nia.example" });
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open(app.Link("law@nia.example"));
            await window.Button("Sign in").ClickAsync();
            await Assertions.Expect(window.Page.Locator("#who")).ToContainTextAsync("law@nia.example");
            foreach ((string hash, int count) in new[] { ("#/people/nia-law", 1), ("#/people/nia-lead", 0),
                ("#/agreements/2019-11-21-beijing", 0) })
            {
                await window.Open(hash);
                await Assertions.Expect(window.Main.Locator(".feed")).ToHaveCountAsync(count);
            }
        });
    }

    private static ILocator Address(Window window) => window.Main.Locator(".copy-field input");

    private static ILocator Link(Window window) => window.Main.Locator(".feed-open");

    private static async Task Press(Window window, params string[] keys)
    {
        foreach (string key in keys)
        {
            await window.Page.Keyboard.PressAsync(key);
        }
    }

    private static Task<string> Read(RunningApp app, string address) => app.Http.GetStringAsync(new Uri(address).AbsolutePath, Cancel);

    private static async Task<HttpStatusCode> Status(RunningApp app, string address)
    {
        using HttpResponseMessage answer = await app.Http.GetAsync(new Uri(address).AbsolutePath, Cancel);
        return answer.StatusCode;
    }
}
