using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Day;

/// <summary>After noon: somebody goes away, and a plan is changed. Both are looked at before they count.</summary>
internal static class Planning
{
    public static async Task EnterAbsence(Coordinator at)
    {
        await at.Go("pages.people", at.Words["people.title"]);
        await at.Look("people");
        string river = at.Paper.Name(Who.River);
        await at.Hand.Press(at.Main.GetByRole(AriaRole.Link, new() { Name = river, Exact = true }));
        await at.Window.Heading(river);
        await Assertions.Expect(at.Field(at.Main, "person.name")).ToHaveValueAsync(river);
        await at.Add("absences");
        await at.Hand.Date(at.Field(at.Main, "absence.from"), new(2026, 1, 12));
        await at.Hand.Date(at.Field(at.Main, "absence.to"), new(2026, 2, 6));
        await at.Hand.Choose(at.Field(at.Main, "absence.substitute"), at.Paper.Name(Who.Deputy));
        await at.Press("whatIf.look");
        await Assertions.Expect(at.Main.GetByRole(AriaRole.Heading, new() { Name = at.Words["whatIf.title"] })).ToBeFocusedAsync();
        await Assertions.Expect(at.Main.Locator(".differences").First).ToContainTextAsync(at.Paper.Name(Who.Deputy));
        await at.Look("person");
        await at.Press("whatIf.save");
        await Assertions.Expect(at.Main.Locator(".away")).ToContainTextAsync(at.Paper.Name(Who.Deputy));
        await at.Window.Heading(river);
    }

    /// <summary>On the page of what they are waited for.</summary>
    public static async Task SeeAbsence(Coordinator at)
    {
        await at.Hand.Press(at.Main.GetByRole(AriaRole.Link, new() { Name = at.Paper.Item(What.Survey), Exact = true }));
        await at.Window.Heading(at.Paper.Item(What.Survey));
        await Assertions.Expect(at.Main.Locator(".away")).ToContainTextAsync(at.Paper.Name(Who.Deputy));
        await at.Look("item-away");
    }

    /// <summary>Twenty days before the due date instead of thirty: for what is new, and then for what runs.</summary>
    public static async Task ChangePlan(Coordinator at)
    {
        await at.Go("pages.plans", at.Words["plans.title"]);
        await at.Look("plans");
        await at.Hand.Press(at.Main.GetByRole(AriaRole.Link, new() { Name = at.Words["plan.title.default"], Exact = true }));
        await at.Window.Heading(at.Words["plan.title.default"]);
        await at.Look("plan");
        ILocator ladder = at.Main.Locator(".entry details")
            .Filter(new() { Has = at.Window.Page.Locator("summary", new() { HasText = at.Words["ladder.due"] }) });
        await at.Hand.Press(ladder.Locator("summary"));
        await at.Hand.Write(at.Field(ladder, "plan.offset").First, "20");
        await at.Press("whatIf.look");
        await Assertions.Expect(at.Main.GetByRole(AriaRole.Heading, new() { Name = at.Words["whatIf.title"] })).ToBeFocusedAsync();
        await Assertions.Expect(at.Main.Locator(".differences li[data-change=moved]").First).ToBeVisibleAsync();
        await at.Look("what-if", alsoInTheDark: true);
        await at.Press("whatIf.save");
        await Assertions.Expect(at.Main.GetByRole(AriaRole.Heading, new() { Name = at.Words["rebase.saved"] })).ToBeFocusedAsync();
        await Assertions.Expect(at.Main.Locator(".rungs").Nth(1)).ToContainTextAsync("20");
        await Assertions.Expect(at.Main.Locator(".rebase h3")).ToHaveTextAsync(at.Paper.Title);
        await at.Press("rebase.look");
        await Assertions.Expect(at.Main.Locator(".differences li[data-change=moved]").First).ToBeVisibleAsync();
        await at.Look("rebase");
        await at.Press("rebase.apply");
        await Assertions.Expect(at.Main.Locator(".rebase [role=status]")).ToBeFocusedAsync();
        ((int)(await at.Item(What.Survey))["planRevision"]!).Should().Be(3);
    }
}
