using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>How somebody sits before the board.</summary>
/// <param name="Expects">A part of the console errors that the test itself provokes, e.g. an answer of 401.</param>
public sealed record Seat(
    int Width = 1440, int Height = 900, bool IsDark = false, bool IsStill = false, string Locale = "en-GB", string? Expects = null);

/// <summary>
/// A browser window on the board. Whatever a test looks at, it also fails for what nobody looks at: a console error, a breach
/// of the page's content security policy, or a request to anywhere but the app.
/// </summary>
public sealed class Window
{
    private readonly List<string> faults = [];
    private readonly RunningApp app;
    private readonly Seat seat;

    private Window(IPage page, RunningApp app, Seat seat)
    {
        (Page, this.app, this.seat) = (page, app, seat);
        string origin = $"{app.Http.BaseAddress}";
        page.Console += (_, said) => Note(said.Type == "error", $"{said.Text} {said.Location}");
        page.PageError += (_, error) => Note(true, error);
        page.Load += (_, _) => Loads++;
        page.Request += (_, request) => Note(
            request.Url != "about:blank" && !request.Url.StartsWith(origin, StringComparison.Ordinal), $"a request to {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>How often a page was loaded in it: each begins with the focus nowhere.</summary>
    public int Loads { get; private set; }

    public ILocator Main => Page.Locator("main");

    public static Task On(RunningApp app, Func<Window, Task> look) => On(app, new(), look);

    public static async Task On(RunningApp app, Seat seat, Func<Window, Task> look)
    {
        await using IBrowserContext context = await Chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = seat.Width, Height = seat.Height },
            ColorScheme = seat.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = seat.IsStill ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Locale = seat.Locale,
            TimezoneId = "Europe/Lisbon", // Nobody's in the sample: what the page shows may not depend on it.
        });
        Window window = new(await context.NewPageAsync(), app, seat);
        await window.Page.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', breach => console.error(`CSP: ${breach.violatedDirective} ${breach.blockedURI}`))");
        try
        {
            await look(window);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException && window.faults.Count > 0)
        {
            throw new InvalidOperationException($"The page broke: {string.Join("; ", window.faults)}", failure);
        }

        window.faults.Should().BeEmpty("nothing on the page may break, even where nobody looks");
    }

    /// <summary>Opens the board, or what stands behind its <c>#</c>, and waits until it was read.</summary>
    public async Task<Window> Open(string hash = "#/")
    {
        await Page.GotoAsync($"{app.Http.BaseAddress}board/{hash}");
        await Read();
        return this;
    }

    /// <summary>Opens the link of a letter.</summary>
    /// <param name="page">Where it leads: to what its reader answers, or to <c>rhythm</c>.</param>
    public async Task<Window> OpenLink(string token, string page = "answer")
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync($"{app.Http.BaseAddress}board/{page}#{token}");
        await Read();
        return this;
    }

    /// <summary>Opens the description of the API.</summary>
    public async Task<Window> OpenApiDocs(string hash = "")
    {
        await Page.GotoAsync($"{app.Http.BaseAddress}api/docs{hash}");
        await Read();
        return this;
    }

    public Task<Window> OpenItem(string item) => Open($"#/agreements/2019-11-21-beijing/items/{item}");

    /// <summary>What the service itself says.</summary>
    public async Task<JsonNode> Api(string path) =>
        (await app.Http.GetFromJsonAsync<JsonNode>($"api/{path}", TestContext.Current.CancellationToken))!;

    public Task Read() => Assertions.Expect(Main).Not.ToHaveAttributeAsync("aria-busy", "true");

    public ILocator Section(string name) => Main.Locator($"section[data-section={name}]");

    public ILocator Card(string title) => Main.Locator(".slip").Filter(new() { Has = Page.Locator("h3", new() { HasText = title }) });

    /// <summary>What waits for somebody.</summary>
    public ILocator Moves(string person) =>
        Main.Locator(".moves details").Filter(new() { Has = Page.Locator("summary", new() { HasText = person }) }).Locator("li");

    /// <summary>What an item's page says under a name.</summary>
    public ILocator Fact(string name) =>
        Main.Locator(".facts > div").Filter(new() { Has = Page.Locator("dt", new() { HasTextRegex = new($"^{name}$") }) }).Locator("dd");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Waits until that page is shown, and was read.</summary>
    public async Task Heading(string title)
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Read();
    }

    /// <summary>Keeps what it looks like, where somebody wants to see it: in the folder that <c>BOARD_LOOKS</c> names.</summary>
    public Task Look(string name) => Environment.GetEnvironmentVariable("BOARD_LOOKS") is { Length: > 0 } folder
        ? Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true })
        : Task.CompletedTask;

    /// <summary>What is typed or chosen under that label.</summary>
    public ILocator Field(string label) => Main.GetByLabel(label, new() { Exact = true }).And(
        Main.Locator("input, select, textarea"));

    private void Note(bool isFault, string what)
    {
        if (isFault && (seat.Expects is null || !what.Contains(seat.Expects, StringComparison.Ordinal)))
        {
            lock (faults)
            {
                faults.Add(what);
            }
        }
    }
}
