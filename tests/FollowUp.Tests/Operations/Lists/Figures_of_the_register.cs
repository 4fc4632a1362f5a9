using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations.Lists;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Lists;

/// <summary>
/// Each number of <c>GET /api/figures</c> has its items behind it. Tests <see cref="GetFigures"/>,
/// <see cref="DateFigures"/>, <see cref="FiguresResponse"/>, <see cref="OwnerFigures"/> and <see cref="MonthFigures"/>.
/// </summary>
public sealed class Figures_of_the_register
{
    [Fact]
    public async Task are_by_unit_and_by_month_and_lead_to_their_items()
    {
        await using Town town = await Town.With(
            Papers.ItemOf(), Papers.ItemOf("annex"), Papers.ItemOf("visit", "2020-07-15", "law-2"),
            Papers.ItemOf("survey", "2020-07-20", "law-2"));
        _ = await town.Put($"{Town.PathOf("annex")}/completion", Papers.Done("law"));
        _ = await town.Put($"{Town.PathOf("annex")}/confirmation", Papers.By("lead"));
        _ = await town.Put($"{Town.PathOf("survey")}/due-date",
            new JsonObject { ["by"] = "desk", ["dueOn"] = "2020-07-27", ["reason"] = "the visit was put off" });
        await town.Until("2020-06-20 10:00");

        JsonNode figures = (await town.Get("/api/figures?from=2020-06-01&to=2020-07-31")).Body!;

        Told(figures["total"]!).Should().Be("4: 1 done in time, 0 done late, 1 late, 2 in time, 0 withdrawn; 1 moved by 7 (7)");
        figures["owners"]!.AsArray().Select(one => $"{one!["owner"]} {Told(one["figures"]!)}").Should().Equal(
            "law 2: 1 done in time, 0 done late, 1 late, 0 in time, 0 withdrawn; 0 moved by  ()",
            "law-2 2: 0 done in time, 0 done late, 0 late, 2 in time, 0 withdrawn; 1 moved by 7 (7)");
        figures["months"]!.AsArray().Select(one => (string)one!["month"]!).Should().Equal("2020-06", "2020-07");
        foreach ((string figure, string items) in new[] { ("late", "protocol"), ("done-in-time", "annex"), ("in-time", "visit survey") })
        {
            (await town.Get($"/api/items?figure={figure}&dueFrom=2020-06-01&dueBefore=2020-08-01&sort=due")).Body!["items"]!.AsArray()
                .Select(item => (string)item!["id"]!).Should().Equal(items.Split(' '));
        }
    }

    [Fact]
    public async Task are_of_the_last_twelve_months_unless_told()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        JsonNode figures = (await town.Get("/api/figures")).Body!;

        ((string)figures["from"]!, (string)figures["to"]!).Should().Be(("2019-06-01", "2020-05-31"));
        ((int)figures["total"]!["items"]!).Should().Be(0, "it is due in June");
        (await town.Get("/api/figures?from=2020-06-02&to=2020-06-01")).Pointers.Should().Equal("/to");
        ((int)(await town.Get("/api/figures?to=2020-06-30&owner=law-2")).Body!["total"]!["items"]!).Should().Be(0);
        ((int)(await town.Get("/api/figures?to=2020-06-30&owner=law&agreement=minutes")).Body!["total"]!["items"]!).Should().Be(1);
    }

    private static string Told(JsonNode one) =>
        $"{one["items"]}: {one["doneInTime"]} done in time, {one["doneLate"]} done late, {one["late"]} late, {one["inTime"]} in time, "
            + $"{one["withdrawn"]} withdrawn; {one["moved"]} moved by {one["slippageMedian"]} ({one["slippageLargest"]})";
}
