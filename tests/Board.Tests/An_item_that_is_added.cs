using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>One more item of an agreement, by the same fields as on the first day.</summary>
public sealed class An_item_that_is_added
{
    [Fact]
    public async Task is_followed_like_the_others()
    {
        await using RunningApp app = await Rivers.Open();
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/agreements/rivers");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Add an item" }).ClickAsync();
            await window.Heading("A new item");
            await window.Button("Save the item").ClickAsync();
            await Assertions.Expect(window.Field("What is to be done")).ToBeFocusedAsync();

            await window.Field("What is to be done").FillAsync("Light the buoys");
            await Assertions.Expect(window.Field("What is to be done")).Not.ToHaveAttributeAsync("aria-invalid", "true");
            foreach ((string label, string choice) in new[] { ("Owner", "Deputy"), ("Issuer", "Director"), ("Clause", "6-2") })
            {
                await window.Field(label).SelectOptionAsync(choice);
            }

            await window.Field("Due").FillAsync("2026-05-29");
            await window.Main.GetByText("More about it").ClickAsync();
            await window.Button("Add an item that must come first").ClickAsync();
            await window.Field("Comes after").SelectOptionAsync("Name the pilots");
            await window.Button("Add a stage").ClickAsync();
            await window.Field("Stage").SelectOptionAsync("Agenda");
            await window.Field("By").FillAsync("2026-04-30");
            foreach (string calendar in new[] { "CN", "RU" })
            {
                await window.Button("Add a calendar").ClickAsync();
                await window.Field("Working days of").Last.SelectOptionAsync(calendar);
            }

            await window.Button("Show who will be told what").ClickAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "What will be said" })).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".notices").First)
                .ToContainTextAsync("It cannot begin yet");
            await window.Look("new-item");
            await Fits.Everyone(window, "new-item");
            await window.Button("Save the item").ClickAsync();

            await window.Heading("Light the buoys");
            JsonNode item = await window.Api("agreements/rivers/items/light-the-buoys");
            new[] { "owner", "issuer", "clause", "dueOn" }.Select(name => (string)item[name]!)
                .Should().Equal("deputy", "lead", "6-2", "2026-05-29");
            item["calendars"]!.AsArray().Select(calendar => (string)calendar!).Should().Equal("CN", "RU");
            item["stages"]!.AsArray().Select(stage => $"{stage!["id"]} {stage["dueOn"]}").Should().Equal("agenda 2026-04-30");
            item["dependsOn"]!.AsArray().Select(other => (string)other!).Should().Equal("pilots");
        });
    }
}
