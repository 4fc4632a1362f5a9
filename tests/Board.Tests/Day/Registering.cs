using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Day;

/// <summary>The morning: what was signed is entered from an empty board, looked at, and registered.</summary>
internal static class Registering
{
    public static async Task Begin(Coordinator at)
    {
        await at.Window.Heading(at.Words["empty.title"]);
        await at.Look("empty");
        await at.Hand.Press(at.Link("empty.enter.act"));
        await at.Window.Heading(at.Words["new.title"]);
        await EnterAgreement(at);
        await EnterPeople(at);
        await EnterWatch(at);
        foreach (What what in Enum.GetValues<What>())
        {
            await EnterItem(at, what);
        }

        await at.Look("new", alsoInTheDark: true);
        await at.Press("new.look");
        await Assertions.Expect(at.Main.GetByRole(AriaRole.Heading, new() { Name = at.Words["preview.title"] })).ToBeFocusedAsync();
        await Assertions.Expect(at.Main.Locator(".foreseen")).ToHaveCountAsync(at.Paper.Items.Length);
        await at.Look("preview");
        await at.Press("new.register");
        await at.Window.Heading(at.Paper.Title);
        await Assertions.Expect(at.Main.Locator(".slip")).ToHaveCountAsync(at.Paper.Items.Length);
        await at.App.Leap(at.App.Now.AddMinutes(1));
        await at.Look("agreement", alsoInTheDark: true);
        await IsStored(at);
    }

    private static async Task IsStored(Coordinator at)
    {
        JsonNode survey = await at.Item(What.Survey);
        Made made = at.Paper.Made;
        new[] { "agreement", "id", "owner", "issuer", "coordinator", "clause", "dueOn" }.Select(name => (string)survey[name]!)
            .Should().Equal(made.Agreement, made.Item, made.Owner, made.Issuer, made.Coordinator, "6-2", "2026-03-31");
        survey["chain"]!.AsArray().Select(level => (string)level!).Should().Equal(made.Issuer);
    }

    private static async Task EnterAgreement(Coordinator at)
    {
        await at.Hand.Write(at.Field(at.Main, "new.agreement.title"), at.Paper.Title);
        await at.Hand.Write(at.Field(at.Main, "new.place"), at.Paper.Place);
        foreach ((string party, string code, string zone, int n) in new[]
        {
            (at.Paper.Parties[0], "cn", "Asia/Shanghai", 0), (at.Paper.Parties[1], "ru", "Asia/Yakutsk", 1),
        })
        {
            if (n > 0)
            {
                await at.Add("parties");
            }

            ILocator place = Member(at, "parties", n);
            await at.Hand.Write(at.Field(place, "new.party.name"), party);
            await at.Hand.Write(at.Field(place, "new.party.code"), code);
            await at.Hand.Write(at.Field(place, "person.zone"), zone);
            await Assertions.Expect(at.Field(place, "person.calendar")).ToHaveValueAsync(code.ToUpperInvariant());
        }
    }

    /// <summary>
    /// The first is whoever enters it, known by the address that they signed in with; a colleague sits where the first party does.
    /// </summary>
    private static async Task EnterPeople(Coordinator at)
    {
        foreach (Who who in Enum.GetValues<Who>())
        {
            if (who != Who.Office)
            {
                await at.Add("people");
            }

            ILocator place = Member(at, "people", (int)who);
            await at.Hand.Write(at.Field(place, "person.name"), at.Paper.Name(who));
            if (who == Who.Office)
            {
                await Assertions.Expect(at.Field(place, "person.email")).ToHaveValueAsync(Paper.Office);
                await at.Hand.Write(at.Field(place, "person.zone"), "Asia/Shanghai");
                await at.Hand.Write(at.Field(place, "person.calendar"), "CN");
            }
            else
            {
                await at.Hand.Write(at.Field(place, "person.email"), Paper.Addresses[(int)who]);
            }
        }
    }

    private static async Task EnterWatch(Coordinator at)
    {
        await Assertions.Expect(at.Field(at.Main, "fact.coordinator").Locator("option:checked")).ToHaveTextAsync(at.Paper.Name(Who.Office));
        await at.Add("chain");
        await at.Hand.Choose(at.Field(at.Main, "fact.chain"), at.Paper.Name(Who.Director));
        await at.Add("clauses");
        await at.Hand.Write(at.Field(Member(at, "clauses", 0), "new.clause.label"), "6.2");
        await at.Hand.Write(at.Field(Member(at, "clauses", 0), "new.clause.text"), at.Paper.Clause);
    }

    /// <summary>The issuer of the last is proposed for the next.</summary>
    private static async Task EnterItem(Coordinator at, What what)
    {
        if (what != What.Survey)
        {
            await at.Add("items");
        }

        ILocator place = Member(at, "items", (int)what);
        await at.Hand.Write(at.Field(place, "new.item.title"), at.Paper.Item(what));
        await at.Hand.Choose(at.Field(place, "fact.owner"), at.Paper.Name(Paper.Owner(what)));
        if (what == What.Survey)
        {
            await at.Hand.Choose(at.Field(place, "fact.issuer"), at.Paper.Name(Who.Director));
        }

        await at.Hand.Date(at.Field(place, "fact.due"), Paper.Due[(int)what]);
        await at.Hand.Choose(at.Field(place, "new.clause"), "6.2");
        if (what is What.Pilots or What.Meeting)
        {
            await at.Hand.Press(place.Locator("summary").GetByText(at.Words["form.more"]));
            await (what == What.Pilots
                ? at.Hand.Choose(at.Field(place, "fact.counterpart"), at.Paper.Name(Who.Harbour))
                : ComesAfterTheAnnex(at, place));
        }
    }

    private static async Task ComesAfterTheAnnex(Coordinator at, ILocator place)
    {
        await at.Add("dependsOn", place);
        await at.Hand.Choose(at.Field(place, "fact.dependsOn"), at.Paper.Item(What.Annex));
    }

    private static ILocator Member(Coordinator at, string list, int n) =>
        at.Main.Locator($"[data-at={list}] > .members > .member").Nth(n);
}
