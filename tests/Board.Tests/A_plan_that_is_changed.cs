using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>A plan is read in words, tried out, saved, and applied to what runs: each step is looked at before it counts.</summary>
public sealed class A_plan_that_is_changed
{
    [Fact]
    public async Task is_tried_out_and_then_applied_to_what_runs()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/plans");
            await Assertions.Expect(window.Main).ToContainTextAsync("7 calendar days before the due date");
            await window.Look("plans");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "The default plan", Exact = true }).ClickAsync();
            await window.Heading("The default plan");
            await Rung(window, "The due date comes near").Locator("summary").ClickAsync();
            await Rung(window, "The due date comes near")
                .GetByLabel("How many days or months", new() { Exact = true }).First.FillAsync("20");

            // How often it is repeated is asked where it is repeated, and nowhere else.
            await Assertions.Expect(Rung(window, "The due date comes near").GetByLabel("How often again", new() { Exact = true }).First)
                .ToBeHiddenAsync();

            await window.Button("Show what would change").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".differences li[data-change=moved]").First).ToContainTextAsync("Law desk");
            await window.Look("plan-what-if");
            (await Revision(window)).Should().Be(2);

            await window.Button("Save").ClickAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "It is saved" })).ToBeFocusedAsync();
            await window.Button("Show what moving its items changes").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".differences li[data-change=moved]").First).ToBeVisibleAsync();
            await window.Look("rebase");
            await window.Button("Move its items to it").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".rebase")).ToContainTextAsync("Done: 2 items were moved.");
            (await Revision(window)).Should().Be(3);
        });
    }

    [Fact]
    public async Task says_what_is_wrong_beside_its_field()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(Expects: "422"), async window =>
        {
            await window.Open("#/plans/default");
            await window.Field("Extensions allowed").FillAsync("77");
            await window.Button("Save").ClickAsync();

            await Assertions.Expect(window.Field("Extensions allowed")).ToBeFocusedAsync();
            await Assertions.Expect(window.Field("Extensions allowed")).ToHaveAttributeAsync("aria-invalid", "true");
            await Assertions.Expect(window.Field("Extensions allowed")).ToHaveValueAsync("77");
        });
    }

    /// <summary>Another plan begins as one that there is; ladders and rungs come and go.</summary>
    [Fact]
    public async Task is_copied_as_another_with_a_ladder_more_and_a_rung_less()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/plans");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Copy it as a new plan" }).First.ClickAsync();
            await window.Heading("A new plan, like default");
            await window.Field("Short id (for addresses)").FillAsync("default");
            await window.Button("Save the new plan").ClickAsync();
            await Assertions.Expect(window.Field("Short id (for addresses)")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".error").Filter(new() { HasText = "This is taken already." })).ToBeVisibleAsync();

            await window.Field("Short id (for addresses)").FillAsync("quiet-rivers");
            await window.Button("Remove: Nobody says anything about it").ClickAsync();
            await window.Field("Which ladder is to be added").SelectOptionAsync("Nobody says anything about it");
            await window.Button("Add a ladder").ClickAsync();
            ILocator silence = Rung(window, "Nobody says anything about it");
            await Assertions.Expect(silence.GetByLabel("How many days or months", new() { Exact = true }).First).ToBeFocusedAsync();
            ILocator offered = window.Field("Which ladder is to be added").Locator("option");
            await Assertions.Expect(offered.Filter(new() { HasText = "Nobody says anything about it" })).ToHaveCountAsync(0);
            await Rung(window, "The due date comes near").Locator("summary").ClickAsync();
            await Rung(window, "The due date comes near").GetByRole(AriaRole.Button, new() { Name = "Remove: Rung 1" }).ClickAsync();
            await window.Button("Remove: Please report progress").ClickAsync();
            await Assertions.Expect(offered.Filter(new() { HasText = "Please report progress" })).ToHaveCountAsync(1);
            await Fits.Everyone(window, "plan-copy");
            await window.Look("plan-copy");

            await window.Button("Save the new plan").ClickAsync();
            await window.Heading("Plan quiet-rivers");
            JsonNode[] ladders = [.. (await window.Api("plans/quiet-rivers"))["ladders"]!.AsArray().Select(one => one!)];
            ladders.Select(one => (string)one["ladder"]!).Should().Contain("silence").And.NotContain("progress");
            ladders.Single(one => (string)one["ladder"]! == "due")["rungs"]!.AsArray().Should().HaveCount(3);
        });
    }

    /// <summary>A calendar is changed in the same way: a day off on the eve of a due date moves what would be said then.</summary>
    [Fact]
    public async Task is_like_a_calendar_that_gets_another_day_off()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/calendars/CN");
            await window.Button("Add a day off").ClickAsync();
            ILocator last = window.Main.Locator("[data-at=holidays] > .members > .member").Last;
            await last.GetByLabel("Day", new() { Exact = true }).FillAsync("2026-03-24");
            await last.GetByLabel("What it is called", new() { Exact = true }).FillAsync("Day of the river");
            await window.Button("Show what would change").ClickAsync();

            await Assertions.Expect(window.Main.Locator(".differences li[data-change=moved]").First).ToContainTextAsync("Day of the river");
        });
    }

    private static ILocator Rung(Window window, string ladder) =>
        window.Main.Locator("[data-at=ladders] > .members > .member").Filter(
            new() { Has = window.Page.Locator("legend", new() { HasText = ladder }) });

    private static async Task<int> Revision(Window window)
    {
        JsonNode item = await window.Api("agreements/rivers/items/charts");
        return (int)item["planRevision"]!;
    }
}
