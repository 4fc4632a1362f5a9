using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>What is in the register already, or is typed in another tab, is neither written over nor passed over in silence.</summary>
public sealed class What_others_have_already
{
    [Fact]
    public async Task a_person_with_a_known_id_is_a_fault_beside_the_id()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true, Expects: "412"), async window =>
        {
            await window.Open("#/people");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }).ClickAsync();
            await window.Heading("A new person, post or unit");
            await window.Field("Name").FillAsync("Law desk");
            string mail = (string)(await window.Api("people/law"))["email"]!;
            await window.Field("Mail address").FillAsync(mail);
            await window.Field("Calendar").FillAsync("CN");
            await Assertions.Expect(window.Main.Locator(".same-mail")).ToContainTextAsync("Law desk has this mail address already.");
            await window.Field("Short id (for addresses)").FillAsync("law");
            await window.Button("Save").ClickAsync();
            await Assertions.Expect(window.Field("Short id (for addresses)")).ToBeFocusedAsync();
            await Assertions.Expect(window.Field("Short id (for addresses)")).ToHaveAccessibleDescriptionAsync(
                new System.Text.RegularExpressions.Regex("Short id law is in the register already"));
            await Fits.Everyone(window, "new-person");

            await window.Field("Short id (for addresses)").FillAsync("");
            await window.Button("Save").ClickAsync();
            await window.Heading("Law desk");
            await Assertions.Expect(window.Main.Locator(".saved")).ToHaveTextAsync("It is saved.");
            (await window.Api("people/law-desk"))["revision"]!.GetValue<int>().Should().Be(1);
            (await window.Api("people/law"))["revision"]!.GetValue<int>().Should().Be(1);

            // Two of one name can be told apart wherever one of them is chosen.
            await window.Open("#/agreements/rivers/new");
            await Assertions.Expect(window.Field("Owner").Locator("option").Filter(new() { HasText = "Law desk" }))
                .ToHaveTextAsync(["Law desk (law)", "Law desk (law-desk)"]);
        });
    }

    [Fact]
    public async Task two_tabs_keep_a_draft_each()
    {
        await Window.On(await Moments.Empty, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/new");
            await window.Field("Title").FillAsync("Talks on the river");
            IPage other = await window.Page.Context.NewPageAsync();
            await other.GotoAsync(window.Page.Url);
            await Assertions.Expect(other.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Talks on the river");
            await window.Field("Title").FillAsync("Talks on the lake");
            await Assertions.Expect(other.Locator(".draft")).ToContainTextAsync("in another tab");

            await other.GetByLabel("Title", new() { Exact = true }).FillAsync("Talks on the sea");
            await other.ReloadAsync();
            await Assertions.Expect(other.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Talks on the sea");
            await window.Page.ReloadAsync();
            await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("Talks on the lake");
            await window.Button("go on with that one").ClickAsync();
            await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("Talks on the sea");
            await other.CloseAsync();
        });
    }

    [Fact]
    public async Task an_address_that_asks_for_nonsense_says_what_it_left_out()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true, Expects: "422"), async window =>
        {
            await window.Open("#/register?section=nonsense&sort=nonsense");
            await Assertions.Expect(window.Main.Locator(".note")).ToContainTextAsync("“nonsense” is nothing that can be looked for here");
            await Assertions.Expect(window.Card("Exchange the charts")).ToBeVisibleAsync();
            await window.Open("#/nonsense");
            await window.Heading("The board has no such page");
        });
    }

    [Fact]
    public async Task an_emptied_number_of_a_plan_is_asked_for_and_what_it_left_behind_can_be_moved_later()
    {
        await using RunningApp app = await Rivers.Open();
        JsonNode plan = (await app.Http.GetFromJsonAsync<JsonNode>("api/plans/default", TestContext.Current.CancellationToken))!;
        plan["extensionsMax"] = 7;
        (await app.Http.PutAsJsonAsync("api/plans/default", plan, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/plans/default");
            await window.Field("Extensions allowed").FillAsync("");
            await window.Button("Save").ClickAsync();
            await Assertions.Expect(window.Field("Extensions allowed")).ToHaveAccessibleDescriptionAsync("This is needed.");

            await window.Button("Look for them").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".rebase")).ToContainTextAsync("2 items");
            await window.Button("Show what moving its items changes").ClickAsync();
            await Fits.Everyone(window, "older-revisions");
            await window.Button("Move its items to it").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".rebase [role=status]")).ToBeFocusedAsync();
            await window.Button("Look for them").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".behind")).ToHaveTextAsync("No running item goes by an older revision.");
        });
    }
}
