using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>An absence is entered on the board, looked at before it counts, and shown wherever they are waited for.</summary>
public sealed class Somebody_who_goes_away
{
    [Fact]
    public async Task is_stood_in_for_and_the_item_says_so()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            List<string> asked = [];
            window.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
            await window.Open("#/people");
            await Assertions.Expect(Row(window, "Law desk").Locator(".number")).ToHaveTextAsync(["2", "0", "0", "2"]);
            asked.Should().NotContain("/api/items", "who counts needs no item");
            await window.Look("people");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Law desk" }).ClickAsync();
            await window.Heading("Law desk");

            await EnterAbsence(window);
            await window.Button("Show what would change").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".differences").First).ToContainTextAsync("Deputy");
            await window.Look("absence-what-if");
            await window.Button("Save").ClickAsync();

            await Assertions.Expect(window.Main.Locator(".away"))
                .ToHaveTextAsync("Law desk is absent until 30 January 2026; Deputy stands in.");
            await Assertions.Expect(window.Main.Locator(".draft:visible")).ToHaveCountAsync(0);
            await window.Open(Rivers.Item);
            await Assertions.Expect(window.Main.Locator(".away"))
                .ToHaveTextAsync("Law desk is absent until 30 January 2026; Deputy stands in.");
            await window.Open("#/people");
            await Assertions.Expect(Row(window, "Law desk")).ToContainTextAsync("Deputy stands in");
            await IsSaidInLists(window, app);
        });
        JsonNode law = (await app.Http.GetFromJsonAsync<JsonNode>("api/people/law", TestContext.Current.CancellationToken))!;
        law["absences"]![0]!.ToJsonString().Should().Be("""{"from":"2026-01-12","to":"2026-01-30","substitute":"deputy"}""");
    }

    /// <summary>Whoever saves second sees what the first changed, loses nothing that they typed, and goes on.</summary>
    [Fact]
    public async Task is_not_written_over_what_somebody_else_saved_meanwhile()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(Expects: "412", IsStill: true), async window =>
        {
            await window.Open("#/people/law");
            await EnterAbsence(window);
            await window.Field("Mail address").FillAsync("desk@rivers.example");
            await Elsewhere(app, law =>
            {
                (law["timeZone"], law["email"]) = ("Asia/Harbin", "office@rivers.example");
                law["absences"] = new JsonArray(
                    new JsonObject { ["from"] = "2026-02-02", ["to"] = "2026-02-06", ["substitute"] = "lead" });
            });
            await window.Button("Save").ClickAsync();

            await Assertions.Expect(window.Main.Locator(".conflict")).ToContainTextAsync("Time zone: their change was taken over.");
            await Assertions.Expect(window.Main.Locator(".conflict")).ToContainTextAsync("office@rivers.example");
            await Assertions.Expect(window.Main.Locator(".conflict")).ToContainTextAsync("Absences: their change was taken over.");
            await Assertions.Expect(window.Main.Locator(".conflict")).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".conflict")).Not.ToContainTextAsync("{");
            await Assertions.Expect(window.Field("Time zone")).ToHaveValueAsync("Asia/Harbin");
            await Assertions.Expect(window.Field("Mail address")).ToHaveValueAsync("desk@rivers.example");
            await Assertions.Expect(window.Field("Stands in").First).ToHaveValueAsync("lead");
            await Assertions.Expect(window.Field("Stands in").Last).ToHaveValueAsync("deputy");
            await window.Look("conflict");
            await window.Button("Save").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".away")).ToContainTextAsync("Deputy stands in");
        });
        JsonNode law = (await app.Http.GetFromJsonAsync<JsonNode>("api/people/law", TestContext.Current.CancellationToken))!;
        ((string)law["timeZone"]!, (string)law["email"]!, law["absences"]!.AsArray().Count)
            .Should().Be(("Asia/Harbin", "desk@rivers.example", 2));
    }

    /// <summary>Wherever they are waited for, until they are back: lists hear of that by themselves.</summary>
    private static async Task IsSaidInLists(Window window, RunningApp app)
    {
        const string Away = "Law desk is absent until 30 January 2026; Deputy stands in.";
        foreach (string hash in new[] { "#/", "#/register", "#/agreements/rivers" })
        {
            await window.Open(hash);
            await Assertions.Expect(window.Card("Exchange the charts").Locator(".away")).ToHaveTextAsync(Away);
            if (hash != "#/register")
            {
                await Assertions.Expect(window.Main.Locator(".moves details[data-who=law] summary .away")).ToHaveTextAsync(Away);
            }

            await Fits.Everyone(window, $"away-{hash.Split('/')[1]}");
        }

        await Elsewhere(app, law => law["absences"] = new JsonArray());
        await window.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(window.Main.Locator(".away")).ToHaveCountAsync(0);
        await Elsewhere(app, law => law["absences"] = new JsonArray(
            new JsonObject { ["from"] = "2026-01-12", ["to"] = "2026-01-30", ["substitute"] = "deputy" }));
    }

    private static ILocator Row(Window window, string name) =>
        window.Main.Locator("tbody tr").Filter(new() { Has = window.Page.GetByRole(AriaRole.Link, new() { Name = name }) });

    private static async Task EnterAbsence(Window window)
    {
        await window.Button("Add an absence").ClickAsync();
        await Assertions.Expect(window.Field("First day away")).ToBeFocusedAsync();
        await window.Field("First day away").FillAsync("2026-01-12");
        await window.Field("Last day away").FillAsync("2026-01-30");
        await window.Field("Stands in").SelectOptionAsync("Deputy");
    }

    private static async Task Elsewhere(RunningApp app, Action<JsonNode> change)
    {
        JsonNode law = (await app.Http.GetFromJsonAsync<JsonNode>("api/people/law"))!;
        change(law);
        (await app.Http.PutAsJsonAsync("api/people/law", law)).EnsureSuccessStatusCode();
    }
}
