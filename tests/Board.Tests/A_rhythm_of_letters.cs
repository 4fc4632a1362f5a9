using FollowUp.Board.Tests.Rig;
using FollowUp.Letters;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>How often letters come: said on the person's page, and by their reader on the page behind a letter's link.</summary>
public sealed class A_rhythm_of_letters
{
    [Fact]
    public async Task is_shown_on_the_persons_page_and_changed_there()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, async window =>
        {
            await window.Open("#/people/law");
            ILocator part = window.Main.Locator("section.rhythm");
            await Assertions.Expect(part).ToContainTextAsync("Takes what may wait at once");
            await part.Locator("summary").PressAsync("Enter");
            await Assertions.Expect(part.GetByLabel("Day of the week")).ToBeHiddenAsync();
            await part.GetByLabel("Reminders that can wait").SelectOptionAsync("weekly");
            await part.GetByLabel("Day of the week").SelectOptionAsync("thursday");
            await part.GetByLabel("Hour", new() { Exact = true }).FillAsync("08:30");
            await Fits.Everyone(window, "rhythm-person");
            await part.GetByRole(AriaRole.Button, new() { Name = "Save" }).PressAsync("Enter");

            await Assertions.Expect(part).ToContainTextAsync("Takes what may wait in one letter a week: Thursday, 08:30.");
            (await window.Api("people/law"))["rhythm"]!.ToJsonString().Should().Be("""{"every":"weekly","on":"thursday","hour":"08:30"}""");
        });
    }

    [Fact]
    public async Task is_its_readers_to_set_by_a_letter_and_a_choice_outlives_another_language()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(Expects: "404"), async window =>
        {
            await window.OpenLink(RhythmToken.Sign("law", app.Keys), "rhythm");
            await Assertions.Expect(window.Main).ToContainTextAsync("Law desk");
            await window.Main.GetByLabel("come in one letter a week").CheckAsync();
            await window.Main.GetByLabel("Day of the week").SelectOptionAsync("friday");
            await window.Button("Русский").ClickAsync();
            await Assertions.Expect(window.Main.GetByLabel("приходят одним письмом в неделю")).ToBeCheckedAsync();
            await Assertions.Expect(window.Main.GetByLabel("День недели")).ToHaveValueAsync("friday");
            await Fits.Everyone(window, "rhythm-letter");
            await window.Button("Сохранить").PressAsync("Enter");
            await Assertions.Expect(window.Page.Locator("#said")).ToBeFocusedAsync();
            (await window.Api("people/law"))["rhythm"]!.ToJsonString().Should().Be("""{"every":"weekly","on":"friday"}""");

            // A link that opens nothing says so, and offers nothing to press.
            await window.OpenLink($"{RhythmToken.Sign("law", app.Keys)}x", "rhythm");
            await Assertions.Expect(window.Main.Locator(".note")).ToContainTextAsync("This link is not known");
            await Assertions.Expect(window.Main.Locator("button")).ToHaveCountAsync(0);
        });
    }
}
