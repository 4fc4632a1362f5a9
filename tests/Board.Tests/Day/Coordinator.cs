using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Day;

/// <summary>Somebody at the board with one <see cref="Hand"/>, who looks for what it calls things, and looks at what comes.</summary>
internal sealed class Coordinator(RunningApp app, Window window, Hand hand, Words words, Paper paper)
{
    public RunningApp App => app;
    public Window Window => window;
    public Hand Hand => hand;
    public Words Words => words;
    public Paper Paper => paper;
    public ILocator Main => window.Main;

    /// <summary>Each sign-in is by a link that FollowUp prints, typed where addresses are.</summary>
    public static async Task<Coordinator> SignIn(RunningApp app, Window window, bool hasMouse, Paper paper)
    {
        await window.Open(app.Link(Paper.Office));
        Coordinator coordinator = new(app, window, Hand.Of(window, hasMouse), await Words.Of(window), paper);
        await coordinator.SignIn();
        return coordinator;
    }

    /// <summary>Goes home, and is back at that moment: meanwhile letters go out.</summary>
    public async Task ComeBack(DateTimeOffset then)
    {
        await window.Page.GotoAsync("about:blank");
        await app.Live([], then);
        await window.Open(app.Link(Paper.Office));
        await SignIn();
    }

    public ILocator Field(ILocator place, string key) =>
        place.GetByLabel(words[key], new() { Exact = true }).And(window.Page.Locator("input, select, textarea"));

    public ILocator Link(string key) => window.Page.GetByRole(AriaRole.Link, new() { Name = words[key], Exact = true });

    public Task Press(string key) => Press(key, Main);

    public Task Press(string key, ILocator place) => PressNamed(words[key], place);

    public Task PressNamed(string name, ILocator place) =>
        hand.Press(place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    /// <summary>One more of something in a form.</summary>
    public Task Add(string list, ILocator? place = null) => PressNamed(words[$"form.add.{list}"], place ?? Main);

    /// <summary>By the line of pages above everything.</summary>
    public async Task Go(string key, string title)
    {
        await hand.Press(window.Page.Locator("#pages").GetByRole(AriaRole.Link, new() { Name = words[key], Exact = true }));
        await window.Heading(title);
    }

    public async Task OpenItem(What what)
    {
        await hand.Press(window.Card(paper.Item(what)).GetByRole(AriaRole.Link, new() { Name = paper.Item(what), Exact = true }).First);
        await window.Heading(paper.Item(what));
    }

    public async Task Back()
    {
        await hand.Press(Main.Locator(".back a"));
        await window.Heading(words["board.title"]);
    }

    /// <summary>What somebody looks at is for everybody: it fits, and has nothing serious in it.</summary>
    public Task Look(string name, bool alsoInTheDark = false) => Fits.Here(window, $"{name}-{paper.Locale[..2]}", alsoInTheDark);

    public async Task<JsonNode> Item(What what)
    {
        JsonNode items = await window.Api("items?limit=200");
        return items["items"]!.AsArray().Single(item => (string)item!["title"]![paper.Locale[..2]]! == paper.Item(what))!;
    }

    private async Task SignIn()
    {
        await window.Heading(words["signIn.title"]);
        await Press("signIn.enter");
        await Assertions.Expect(window.Page.Locator("#who")).ToContainTextAsync(Paper.Office);
        await window.Read();
    }
}
