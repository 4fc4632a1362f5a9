using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// What would happen, told by the very function that the clock asks, and nothing stored. Tests <see cref="DryRun"/>,
/// <see cref="DifferenceResponse"/>, <see cref="HypotheticalData"/>, <see cref="HypotheticalDataReader"/> and <see cref="ProposedOwner"/>.
/// </summary>
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
        Answer answer = await town.Post("/api/timetable",
            new JsonObject { ["agreements"] = new JsonArray(Papers.AgreementOf("x", Papers.ItemOf(owner: "nobody"))), ["owner"] = 1 });
        answer.Status.Should().Be(422);
        answer.Pointers.Should().BeEquivalentTo("/owner", "/agreements/0/items/0/owner");
    }

    [Fact]
    public async Task of_an_absence_tells_who_would_hear_instead()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-10", ["to"] = "2020-06-16", ["substitute"] = "law-2" });
        JsonNode change =
            (await town.Post("/api/timetable", new JsonObject { ["people"] = new JsonArray(law) })).Body!["changes"]!.AsArray()
                .Should().ContainSingle().Subject!;

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
        JsonNode change =
            (await town.Post("/api/timetable", new JsonObject { ["owners"] = new JsonArray(owner.DeepClone()) })).Body!["changes"]![0]!;

        Changes(change).Should().Contain(
            ["gained 2020-05-11 handover/at-once law", "lost 2020-06-10 due/week law", "gained 2020-06-10 due/week law-2"]);
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

    // The same body brings the calendar, and who changes keeps it from then on.
    [Fact]
    public async Task of_somebody_who_moves_to_a_calendar_that_comes_with_them()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject law = Papers.PersonOf("law");
        law["calendar"] = "WNEW";
        JsonObject body = new() { ["people"] = new JsonArray(law), ["calendars"] = new JsonArray(CalendarOf("WNEW", "2020-06-16")) };
        Answer dry = await town.Post("/api/timetable?agreement=minutes", body);
        dry.Status.Should().Be(200, dry.Text);
        Changes(dry.Body!["changes"]!.AsArray().Single()!).Should().Contain("moved 2020-06-15 due/eve law");

        (await town.Post("/api/registers", body)).Status.Should().Be(200);
        Line((await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray(), "due", "eve")
            .Should().StartWith("2020-06-15T01:00:00Z law");
    }

    [Fact]
    public async Task of_an_item_that_goes_to_somebody_who_comes_with_the_body()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject newcomer = Papers.PersonOf("newcomer");
        newcomer["calendar"] = "WNEW";
        Answer dry = await town.Post("/api/timetable", new JsonObject
        {
            ["people"] = new JsonArray(newcomer),
            ["calendars"] = new JsonArray(CalendarOf("WNEW", "2020-06-16")),
            ["owners"] = new JsonArray(OwnerOf(Papers.Item, "newcomer")),
        });
        dry.Status.Should().Be(200, dry.Text);
        Changes(dry.Body!["changes"]!.AsArray().Single()!)
            .Should().Contain(["gained 2020-06-15 due/eve newcomer", "lost 2020-06-16 due/eve law"]);
    }

    [Fact]
    public async Task points_at_every_owner_or_item_that_is_not_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer dry = await town.Post("/api/timetable", new JsonObject
        {
            ["agreements"] = new JsonArray(Papers.AgreementOf("other", Papers.ItemOf("visit"))),
            ["owners"] = new JsonArray(
                OwnerOf(Papers.Item, "nobody"), OwnerOf(Papers.Item, "law-2"), OwnerOf("visit", "law-2", "other"),
                OwnerOf("visit", "law-2", "nowhere"), OwnerOf("a/b", "law-2")),
        });
        dry.Status.Should().Be(422, dry.Text);
        dry.Pointers.Should().BeEquivalentTo("/owners/0/owner", "/owners/1/item", "/owners/2/item", "/owners/3/item", "/owners/4/item");
        dry.Text.Should().Contain("is in this list twice").And.Contain("registered by this very body: name its owner there");
    }

    [Fact]
    public async Task of_an_agreement_that_is_there_tells_how_it_stands_and_of_another_that_its_id_is_taken()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-06-11 12:00");
        JsonObject same = new() { ["agreements"] = new JsonArray(Papers.AgreementOf(Papers.Agreement, Papers.ItemOf())) };
        Answer dry = await town.Post("/api/timetable", same);
        dry.Body!["items"]!.AsArray().Single()!["lines"]!.ToJsonString()
            .Should().Be((await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.ToJsonString());

        JsonObject other = new() { ["agreements"] = new JsonArray(Papers.AgreementOf(Papers.Agreement, Papers.ItemOf(owner: "law-2"))) };
        (await town.Post("/api/timetable", other)).Problem.Should().Be("taken").And.Be((await town.Post("/api/registers", other)).Problem);
    }

    // Law 9: it says itself which change takes a re-base, to which revisions.
    [Fact]
    public async Task of_a_plan_says_that_the_item_would_be_rebased()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        plan["hour"] = "10:00";
        JsonNode change =
            (await town.Post("/api/timetable", new JsonObject { ["plans"] = new JsonArray(plan) })).Body!["changes"]!.AsArray().Single()!;
        ((string)change["rebase"]!).Should().Be("plan default 2 → 3");

        JsonObject law = Papers.PersonOf("law");
        law["timeZone"] = "Europe/Moscow";
        JsonNode atOnce =
            (await town.Post("/api/timetable", new JsonObject { ["people"] = new JsonArray(law) })).Body!["changes"]!.AsArray().Single()!;
        ((string?)atOnce["rebase"]).Should().BeNull();
    }

    private static JsonObject OwnerOf(string item, string owner, string agreement = Papers.Agreement) =>
        new() { ["agreement"] = agreement, ["item"] = item, ["owner"] = owner };

    private static JsonObject CalendarOf(string id, string holiday) => new()
    {
        ["id"] = id,
        ["name"] = new JsonObject { ["en"] = "New" },
        ["weekend"] = new JsonArray("saturday", "sunday"),
        ["holidays"] = new JsonArray(new JsonObject { ["date"] = holiday, ["name"] = "Town fair" }),
        ["workingDays"] = new JsonArray(),
        ["knownThrough"] = "2030-12-31",
    };

    internal static IReadOnlyList<string> Changes(JsonNode change) => [.. change["changes"]!.AsArray().Select(one =>
        $"{one!["change"]} {((string)one["planned"]!)[..10]} {one["ladder"]}/{one["rung"]} "
            + $"{one["receivedBy"]}{(one["trace"] is { } trace ? $" ({trace})" : "")}")];

    private static string Planned(JsonNode? line) =>
        $"{line!["ladder"]} {line["rung"]} {line["occurrence"]} {line["to"]} {line["planned"]}";

    private static string Line(JsonArray lines, string ladder, string rung) => lines
        .Where(line => (string)line!["ladder"]! == ladder && (string)line["rung"]! == rung)
        .Select(line => $"{line!["planned"]} {line["sentTo"]} {line["trace"]}").Single();
}
