using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>What is late, by unit, and how dates were kept: pictures, a table behind each, and the items behind each number.</summary>
public sealed class A_leaders_page
{
    [Fact]
    public async Task says_what_is_late_and_leads_from_each_number_to_its_items() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/figures");
        ILocator late = window.Main.Locator(".late-now");
        CountOf(await window.Api("items?section=late")).Should().Be(await late.Locator("li").CountAsync());
        await Assertions.Expect(window.Main.Locator(".bars")).ToHaveCountAsync(2); // No date has moved, which is said in place of a picture.

        // Each picture is made of parts that add up to what its line says.
        await window.Main.Locator("details.behind-it > summary").First.PressAsync("Enter");
        await Assertions.Expect(window.Main.Locator("table.figures").First.Locator("tbody tr").Last).ToContainTextAsync("All");
        await Fits.Everyone(window, "figures");

        ILocator done = window.Main.Locator("table.figures").First.Locator("tbody tr").Last.Locator("td a").First;
        int count = int.Parse(await done.InnerTextAsync(), CultureInfo.InvariantCulture);
        await done.PressAsync("Enter");
        await window.Heading("Register");
        await Assertions.Expect(window.Main.Locator(".found")).ToHaveTextAsync(count == 1 ? "1 item" : $"{count} items");
        await Assertions.Expect(window.Main.Locator(".results .slip")).ToHaveCountAsync(count);
        await Assertions.Expect(window.Main.Locator(".only")).ToContainTextAsync("due from");
    });

    [Fact]
    public async Task asks_again_where_the_days_are_the_wrong_way_round() =>
        await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/figures?from=2020-06-01&to=2020-05-01");
        await Assertions.Expect(window.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("The first day lies after the last one");
        await window.Field("Due from").FillAsync("2031-01-01");
        await window.Field("Due until").FillAsync("2031-02-01");
        await window.Button("Show").ClickAsync();
        await Assertions.Expect(window.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("Nothing that you may see is due");
    });

    private static int CountOf(JsonNode answer) => answer["items"]!.AsArray().Count;
}
