using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>
/// Whoever is nobody here is shown the way in, and nothing of the register; whoever is somebody, who they are and the way out.
/// </summary>
public sealed class A_reader_who_signs_in
{
    private static readonly DateTimeOffset Then = Moments.Day("2019-11-21T10:00:00+08:00");

    private static readonly Dictionary<string, string?> ByLink = new() { ["Access:Coordinators"] = "intl@nia.example" };

    private static readonly Dictionary<string, string?> ByProvider = new()
    {
        ["Oidc:Authority"] = "https://id.nia.example",
        ["Oidc:ClientId"] = "followup",
    };

    [Fact]
    public async Task sees_no_data_before()
    {
        await using RunningApp app = await RunningApp.Start(Then, ByLink);
        await Window.On(app, async window =>
        {
            List<string> asked = [];
            window.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
            await window.Open();

            await Assertions.Expect(window.Page.GetByLabel("Key")).ToBeVisibleAsync();
            asked.Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Should().Equal("/api/me");
            (await window.Page.ContentAsync()).Should().NotContain("nia-law").And.NotContain("Protocol");
        });
    }

    [Theory]
    [InlineData("en-GB", "Sign in")]
    [InlineData("zh-CN", "登录")]
    [InlineData("ru-RU", "Войти")]
    public async Task is_sent_to_the_provider_in_their_language(string locale, string words)
    {
        await using RunningApp app = await RunningApp.Start(Then, ByProvider);
        await Window.On(app, new Seat(Locale: locale, Width: 360), async window =>
        {
            await window.Open();
            ILocator enter = window.Main.GetByRole(AriaRole.Link, new() { Name = words });
            await Assertions.Expect(enter).ToHaveAttributeAsync("href", "/sign-in");
            await Fits.Colouring(window, ColorScheme.Light, "sign-in");
        });
    }

    [Fact]
    public async Task follows_the_printed_link_and_signs_out_again()
    {
        await using RunningApp app = await RunningApp.Start(Then, ByLink);
        string link = app.Link("intl@nia.example");
        await Window.On(app, async window =>
        {
            await window.Open(link);
            await Assertions.Expect(window.Page.Locator("#who")).ToBeEmptyAsync();
            await window.Button("Sign in").ClickAsync();

            await Assertions.Expect(window.Page.Locator("#who")).ToContainTextAsync("intl@nia.example");
            await Assertions.Expect(window.Main.Locator(".slip").First).ToBeVisibleAsync();
            window.Page.Url.Should().EndWith("#/", "the link is used, and stays in no history");
            IReadOnlyList<BrowserContextCookiesResult> cookies = await window.Page.Context.CookiesAsync();
            cookies.Should().ContainSingle().Which.Should().Match<BrowserContextCookiesResult>(
                cookie => cookie.HttpOnly && cookie.Secure && cookie.SameSite == SameSiteAttribute.Strict);
            await Fits.Colouring(window, ColorScheme.Light, "sign-in");

            await window.Button("Sign out").ClickAsync();
            await Assertions.Expect(window.Page.GetByLabel("Key")).ToBeVisibleAsync();
            await Assertions.Expect(window.Main.Locator(".slip")).ToHaveCountAsync(0);
        });
        await Window.On(app, new Seat(Expects: "401"), async window =>
        {
            await window.Open(link);
            await window.Button("Sign in").ClickAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ask whoever runs FollowUp for a new link.");
            await Assertions.Expect(window.Button("Sign in")).ToHaveCountAsync(0);
        });
    }

    /// <summary>Whoever comes after at the same machine reads nothing of what was typed; whoever leaves is asked first.</summary>
    [Fact]
    public async Task leaves_nothing_that_they_typed()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await Bureau.SignIn(window, app, "desk", "#/agreements/talks/new");
            await window.Field("What is to be done").FillAsync("Secret minutes");
            await window.Open($"{Bureau.Item}life?act=suspend");
            await window.Main.Locator("#act-reason").FillAsync("Their minister is ill.");

            await window.Button("Sign out").ClickAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("There are 2 forms here");
            await Assertions.Expect(window.Button("Stay")).ToBeFocusedAsync();
            await Fits.Everyone(window, "leaving");
            await window.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(window.Main.Locator("#act-reason")).ToHaveValueAsync("Their minister is ill.");

            await window.Button("Sign out").ClickAsync();
            await window.Button("Discard and leave").ClickAsync();
            await Assertions.Expect(window.Page.GetByLabel("Key")).ToBeVisibleAsync();
            (await window.Page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"))
                .Should().NotContainAny("Secret minutes", "minister", "draft");
        });
    }

    /// <summary>All tabs of a browser share its session: what one typed is not sent in the name of who signed in beside it.</summary>
    [Fact]
    public async Task in_another_tab_sends_nothing_that_was_typed_here()
    {
        await using RunningApp app = await Bureau.Closed("life");
        await Window.On(app, new Seat(Expects: "403"), async window =>
        {
            await Bureau.SignIn(window, app, "law", $"{Bureau.Item}life?act=progress");
            await window.Main.Locator("#act-text").FillAsync("My own words.");
            IPage beside = await window.Page.Context.NewPageAsync();
            await beside.GotoAsync($"{app.Http.BaseAddress}board/{app.Link("desk@nia.example")}");
            await beside.Locator("main button.act").ClickAsync();
            await Assertions.Expect(beside.Locator("#who")).ToContainTextAsync("desk@nia.example");

            await window.Main.Locator("#act-submit").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToContainTextAsync("Somebody else is signed in");
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToContainTextAsync("sign in again as law@nia.example");
            await Assertions.Expect(window.Main.Locator("#act-text")).ToHaveValueAsync("My own words.");
            (await Bureau.Journal(app, "life")).Should().BeEmpty();

            await window.Button("Read again").ClickAsync();
            await Assertions.Expect(window.Page.Locator("#who")).ToContainTextAsync("desk@nia.example");
            await Assertions.Expect(window.Main.Locator("#act-text")).ToHaveValueAsync("");
            (await window.Page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage })")).Should().NotContain("My own words.");
        });
    }

    [Fact]
    public async Task is_told_where_nobody_signs_in() => await Window.On(await Moments.Registered, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Page.Locator("#who")).ToHaveTextAsync("Nobody signs in here: this machine alone is served.");
    });

    [Fact]
    public async Task is_told_what_went_wrong_at_the_provider() => await Window.On(await Moments.Registered, async window =>
    {
        await window.Open("#/sign-in/failed");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody was signed in");
    });
}
