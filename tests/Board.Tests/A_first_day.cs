using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>A coordinator begins with nothing: what was signed is entered on the board, and followed from there on.</summary>
public sealed class A_first_day
{
    [Fact]
    public async Task keeps_what_was_typed_and_says_what_is_missing_beside_it() =>
        await Window.On(await Moments.Empty, new Seat(IsStill: true, Expects: "422"), async window =>
        {
            await window.Open("#/new");
            await window.Field("Title").FillAsync("Talks on the river");
            await window.Field("What is to be done").FillAsync("Survey the river bed");
            await window.Page.ReloadAsync();
            await window.Heading("A new agreement");

            await Assertions.Expect(window.Field("What is to be done")).ToHaveValueAsync("Survey the river bed");
            await Assertions.Expect(window.Main.Locator(".draft")).ToContainTextAsync("Draft of ");
            await window.Button("Save the agreement").ClickAsync();

            await Assertions.Expect(window.Main.Locator(".fault-summary")).ToContainTextAsync("things are to be put right");
            await Assertions.Expect(window.Field("Name of the party")).ToBeFocusedAsync();
            await Assertions.Expect(window.Field("Due")).ToHaveAccessibleDescriptionAsync("This is needed.");
            await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("Talks on the river");
            await window.Look("first-day-faults");
            await IsSaidBesideTheField(window);
        });

    [Fact]
    public async Task takes_a_draft_back_that_was_discarded_by_mistake() => await Window.On(await Moments.Empty, async window =>
    {
        await window.Open("#/new");
        await window.Field("Title").FillAsync("Talks on the river");
        await window.Button("discard").ClickAsync();
        await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("");

        await window.Button("Take it back").ClickAsync();

        await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("Talks on the river");
    });

    /// <summary>What only the service can know is said in the same place.</summary>
    private static async Task IsSaidBesideTheField(Window window)
    {
        await window.Field("Name of the party").FillAsync("River administration");
        await window.Field("Short name").FillAsync("CN");
        await window.Field("Calendar").First.FillAsync("Atlantis");
        await window.Field("Name").FillAsync("Office");
        await window.Field("Mail address").FillAsync("office@rivers.example");
        await window.Field("Calendar").Nth(1).FillAsync("CN");
        foreach (string who in new[] { "Owner", "Issuer" })
        {
            await window.Field(who).SelectOptionAsync("Office");
        }

        await window.Field("Due").FillAsync("2020-05-29");
        await window.Button("Save the agreement").ClickAsync();

        await Assertions.Expect(window.Field("Calendar").First).ToBeFocusedAsync();
        await Assertions.Expect(window.Field("Calendar").First).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(window.Main.Locator(".error").Filter(new() { HasText = "Atlantis" })).ToBeVisibleAsync();
        await Assertions.Expect(window.Field("Due")).ToHaveValueAsync("2020-05-29");
    }
}
