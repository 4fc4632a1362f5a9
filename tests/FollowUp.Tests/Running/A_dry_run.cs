using System.Text.Json.Nodes;
using FollowUp.Tests.Running.Rig;

namespace FollowUp.Tests.Running;

/// <summary>What would happen, told by the very function that the clock asks, and nothing stored.</summary>
public sealed class A_dry_run
{
    [Fact]
    public async Task of_a_register_tells_the_whole_timetable_and_stores_nothing()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> before = await town.Tables.Everything();
        JsonObject agreement = Papers.AgreementOf(Papers.Agreement, Papers.ItemOf(dueOn: "2020-06-28"));
        Answer answer = await town.Post("/api/timetable", new JsonObject { ["agreements"] = new JsonArray(agreement.DeepClone()) });

        answer.Status.Should().Be(200, answer.Text);
        (await town.Tables.Everything()).Should().Equal(before);
        JsonArray lines = answer.Body!["items"]![0]!["lines"]!.AsArray();

        // The Dragon Boat festival of 2020 lies from 25 to 27 June, and Sunday the 28th is worked instead.
        Line(lines, "due", "day").Should().Be("2020-06-28T01:00:00Z law ");
        Line(lines, "due", "eve").Should().StartWith("2020-06-24T01:00:00Z law ");

        (await town.Post("/api/agreements", agreement)).Status.Should().Be(201);
        JsonArray real = (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray();
        real.Select(Planned).Should().Equal(lines.Select(Planned), "it is the same function");
    }

    [Fact]
    public async Task of_a_bad_register_says_what_is_wrong()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        Answer answer = await town.Post("/api/timetable", new JsonObject { ["agreements"] = new JsonArray(Papers.AgreementOf("x", Papers.ItemOf(owner: "nobody"))), ["owner"] = 1 });
        answer.Status.Should().Be(422);
        answer.Pointers.Should().BeEquivalentTo("/owner", "/agreements/0/items/0/owner");
    }

    [Fact]
    public async Task of_an_absence_tells_who_would_hear_instead()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-10", ["to"] = "2020-06-16", ["substitute"] = "law-2" });
        JsonNode change = (await town.Post("/api/timetable", new JsonObject { ["people"] = new JsonArray(law) })).Body!["changes"]!.AsArray().Should().ContainSingle().Subject!;

        Changes(change).Should().Equal(
            "lost 2020-06-10 due/week law", "gained 2020-06-10 due/week law-2 (law absent → law-2)",
            "lost 2020-06-16 due/eve law", "gained 2020-06-16 due/eve law-2 (law absent → law-2)");
        ((int)change["gained"]!, (int)change["lost"]!, (int)change["moved"]!).Should().Be((2, 2, 0));
    }

    [Fact]
    public async Task of_another_owner_tells_what_each_of_them_would_hear()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 12:00");
        JsonObject owner = new() { ["agreement"] = Papers.Agreement, ["item"] = Papers.Item, ["owner"] = "law-2" };
        JsonNode change = (await town.Post("/api/timetable", new JsonObject { ["owners"] = new JsonArray(owner.DeepClone()) })).Body!["changes"]![0]!;

        Changes(change).Should().Contain(["gained 2020-05-11 handover/at-once law", "lost 2020-06-10 due/week law", "gained 2020-06-10 due/week law-2"]);
        ((string)(await town.Item())["owner"]!).Should().Be("law");

        owner["item"] = "visit";
        (await town.Post("/api/timetable", new JsonObject { ["owners"] = new JsonArray(owner) })).Pointers.Should().Equal("/owners/0/item");
    }

    [Fact]
    public async Task of_what_is_there_already_changes_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        Answer answer = await town.Post("/api/timetable", new JsonObject { ["people"] = Papers.People, ["plans"] = new JsonArray(plan) });
        answer.Body!["changes"]!.AsArray().Should().BeEmpty();
    }

    internal static IReadOnlyList<string> Changes(JsonNode change) => [.. change["changes"]!.AsArray().Select(one =>
        $"{one!["change"]} {((string)one["planned"]!)[..10]} {one["ladder"]}/{one["rung"]} {one["receivedBy"]}{(one["trace"] is { } trace ? $" ({trace})" : "")}")];

    private static string Planned(JsonNode? line) => $"{line!["ladder"]} {line["rung"]} {line["occurrence"]} {line["to"]} {line["planned"]}";

    private static string Line(JsonArray lines, string ladder, string rung) => lines
        .Where(line => (string)line!["ladder"]! == ladder && (string)line["rung"]! == rung)
        .Select(line => $"{line!["planned"]} {line["sentTo"]} {line["trace"]}").Single();
}
