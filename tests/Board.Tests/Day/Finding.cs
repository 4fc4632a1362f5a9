using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Day;

/// <summary>Weeks later: what is late, and who was told.</summary>
internal static class Finding
{
    public static async Task WhatIsLate(Coordinator at)
    {
        await at.Window.Heading(at.Words["board.title"]);
        await at.Look("today", alsoInTheDark: true);
        await at.Go("nav.register", at.Words["register.title"]);
        await at.Hand.Press(at.Main.Locator(".counts [data-section=late] button"));
        await Assertions.Expect(at.Main.Locator(".slip")).ToHaveCountAsync(1);
        await Assertions.Expect(at.Window.Card(at.Paper.Item(What.Line)).Locator(".heard")).ToContainTextAsync(at.Paper.Name(Who.Director));
        at.Window.Page.Url.Should().EndWith("#/register?section=late");
        await at.Look("register");
    }

    /// <summary>On the item's page, and in the ledger.</summary>
    public static async Task WhoWasTold(Coordinator at)
    {
        await at.OpenItem(What.Line);
        ILocator told = at.Main.Locator(".past [data-state=sent]").Filter(new() { HasText = at.Words["ladder.overdue"] });
        await Assertions.Expect(told.Filter(new() { HasText = at.Paper.Name(Who.Port) }).First).ToBeVisibleAsync();
        await Assertions.Expect(told.Filter(new() { HasText = at.Paper.Name(Who.Director) }).First).ToBeVisibleAsync();
        await at.Look("item-late", alsoInTheDark: true);
        string id = (string)(await at.Item(What.Line))["id"]!;
        JsonNode ledger = await at.Window.Api($"agreements/{await Agreement(at)}/items/{id}/ledger");
        ledger["rows"]!.AsArray().Where(row => (string)row!["ladder"]! == "overdue" && (string)row["state"]! == "sent")
            .Select(row => (string)row!["address"]!).Distinct()
            .Should().BeEquivalentTo(Paper.Addresses[(int)Who.Port], Paper.Addresses[(int)Who.Director]);
    }

    /// <summary>By a word of its title.</summary>
    public static async Task OneByName(Coordinator at, What what)
    {
        await at.Go("nav.register", at.Words["register.title"]);
        await at.Hand.Write(at.Field(at.Main, "register.q"), at.Paper.Item(what));
        await Assertions.Expect(at.Main.Locator(".slip")).ToHaveCountAsync(1);
    }

    /// <summary>Everything that was done, with a star where it was in somebody else's name.</summary>
    public static async Task<string[]> Journal(Coordinator at)
    {
        JsonNode journal = await at.Window.Api($"agreements/{await Agreement(at)}/journal");
        return
        [
            .. journal["entries"]!.AsArray().Select(entry => entry!)
                .Where(entry => (string?)entry["event"] is not ("notice" or "registered" or "assigned" or "re-based"))
                .Select(entry => $"{entry["event"]}{((string?)entry["through"] == $"person:{at.Paper.Made.Coordinator}" ? "*" : "")}"),
        ];
    }

    private static async Task<string> Agreement(Coordinator at) => (string)(await at.Item(What.Line))["agreement"]!;
}
