using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// A slip of the pen in an item or an agreement: who may mend it, what is wrong with a wish, what the journal keeps, and that nobody hears
/// of it. Tests <see cref="AmendItem"/>, <see cref="ItemWordingRules"/>, <see cref="AmendAgreement"/>,
/// <see cref="AgreementCorrectionParser"/>, <see cref="AgreementAmender"/> and <see cref="AgreementChange"/>.
/// </summary>
public sealed class Words_that_are_put_right
{
    private const string Wording = $"/api/agreements/{Papers.Agreement}/wording";
    private static readonly string OfItem = $"{Town.PathOf(Papers.Item)}/wording";

    [Fact]
    public async Task of_an_item_stand_in_the_journal_and_go_out_to_nobody()
    {
        await using Town town = await Minutes();
        await town.Until("2020-05-11 10:05");
        string[] coming = await Coming(town);

        Answer amended = await town.Put(OfItem, new JsonObject
        {
            ["by"] = "desk",
            ["title"] = new JsonObject { ["en"] = "Revise Protocol No. 1", ["ru"] = "Пересмотреть Протокол № 1" },
            ["kind"] = "visit",
            ["number"] = "12/3",
            ["clause"] = "p2",
            ["reason"] = "as signed",
        });
        await town.Until("2020-05-12 08:00");

        amended.Status.Should().Be(200, amended.Text);
        JsonNode item = amended.Body!;
        ((string)item["title"]!["ru"]!, (string)item["clause"]!, (string)item["number"]!, (int)item["revision"]!)
            .Should().Be(("Пересмотреть Протокол № 1", "p2", "12/3", 2));
        (await town.Journal()).Where(entry => (string)entry["event"]! == "amended").Select(entry => (string)entry["text"]!).Should().Equal(
            "title-en \"Revise the protocol\" → \"Revise Protocol No. 1\": as signed",
            "title-ru \"\" → \"Пересмотреть Протокол № 1\": as signed",
            "kind \"protocol-revision\" → \"visit\": as signed", "number \"\" → \"12/3\": as signed", "clause \"p1\" → \"p2\": as signed");
        town.Letters.Should().ContainSingle("what was assigned is all that anybody heard of");
        (await Coming(town)).Should().Equal(coming);
        (await town.Put(OfItem, new JsonObject { ["by"] = "desk", ["kind"] = "visit" })).Body!["revision"]!.GetValue<int>().Should().Be(2);
    }

    [Fact]
    public async Task of_an_item_are_its_coordinators_and_fit_to_the_agreement()
    {
        await using Town town = await Minutes();
        (await town.Put(OfItem, new JsonObject { ["by"] = "law", ["kind"] = "visit" })).Status.Should().Be(403);

        Answer refused = await town.Put(OfItem, new JsonObject
        {
            ["by"] = "desk",
            ["title"] = new JsonObject { ["en"] = new string('x', 301) },
            ["kind"] = "feast",
            ["number"] = "7",
            ["clause"] = "p9",
        });

        (refused.Status, (await town.Events()).Contains("amended")).Should().Be((422, false));
        refused.Pointers.Should().BeEquivalentTo("/title/en", "/kind", "/number", "/clause");
        refused.Text.Should().Contain("visit").And.Contain("names no clause");
        (await town.Put($"{Town.PathOf("none")}/wording", new JsonObject { ["by"] = "desk", ["clause"] = "p1" })).Status.Should().Be(404);
    }

    [Fact]
    public async Task of_an_agreement_stand_in_the_journal_and_go_out_to_nobody()
    {
        await using Town town = await Minutes();
        await town.Until("2020-05-11 10:05");
        JsonObject wish = new()
        {
            ["by"] = "desk",
            ["title"] = new JsonObject { ["en"] = "Minutes of the working meeting" },
            ["place"] = "Beijing",
            ["clauses"] = new JsonArray(
                new JsonObject { ["id"] = "p2", ["label"] = "第三条", ["text"] = new JsonObject { ["zh"] = "互访。" } }),
            ["reason"] = "as signed",
        };
        Answer amended = await town.Put(Wording, wish.DeepClone(), ("Idempotency-Key", "a"));
        Answer again = await town.Put(Wording, wish, ("Idempotency-Key", "a"));
        await town.Until("2020-05-12 08:00");

        amended.Status.Should().Be(200, amended.Text);
        ((string)amended.Body!["title"]!["en"]!, (string)amended.Body["title"]!["zh"]!, (string)amended.Body["place"]!,
            (string)amended.Body["clauses"]![1]!["label"]!, (string)amended.Body["clauses"]![1]!["text"]!["en"]!)
            .Should().Be(("Minutes of the working meeting", "工作会晤纪要", "Beijing", "第三条", "Visits go on."));
        again.Status.Should().Be(200, again.Text);
        Answer journal = await town.Get($"/api/agreements/{Papers.Agreement}/journal");
        journal.Body!["entries"]!.AsArray().Where(entry => (string)entry!["event"]! == "amended").Select(entry => (string)entry!["text"]!)
            .Should().Equal(
                "title-en \"Working meeting, minutes\" → \"Minutes of the working meeting\": as signed",
                "place \"\" → \"Beijing\": as signed",
                "clause p2 label \"\" → \"第三条\": as signed", "clause p2 text-zh \"\" → \"互访。\": as signed");
        town.Letters.Should().ContainSingle();
        ((string)(await town.Get("/api/agreements?limit=5")).Body!["agreements"]![0]!["title"]!["en"]!)
            .Should().Be("Minutes of the working meeting");
        (await town.Get("/api/items?q=第三条&sort=due")).Body!["items"]!.AsArray().Should().ContainSingle("a label is found");
    }

    [Fact]
    public async Task of_an_agreement_are_its_coordinators_and_of_clauses_that_are_there()
    {
        await using Town town = await Minutes();
        Answer others = await town.Put(Wording, new JsonObject { ["by"] = "law", ["place"] = "Beijing" });
        Answer wrong = await town.Put(Wording, Of(new JsonObject { ["id"] = "p9", ["label"] = new string('x', 61) }));
        Answer unknown = await town.Put(
            Wording, Of(new JsonObject { ["id"] = "p9" }, new JsonObject { ["id"] = "p1" }, new JsonObject { ["id"] = "p1" }));

        (others.Status, (string)others.Body!["detail"]!).Should().Be(
            (403, "Agreement minutes cannot be amended by law: only its coordinator (desk) may do that."));
        (wrong.Status, unknown.Status).Should().Be((422, 422));
        wrong.Pointers.Should().Equal("/clauses/0/label");
        unknown.Pointers.Should().Equal("/clauses/0/id", "/clauses/2/id");
        (await town.Put("/api/agreements/none/wording", new JsonObject { ["by"] = "desk", ["place"] = "x" })).Status.Should().Be(404);
    }

    private static JsonObject Of(params JsonNode[] clauses) => new() { ["by"] = "desk", ["clauses"] = new JsonArray(clauses) };

    private static async Task<Town> Minutes()
    {
        Town town = await Town.Of("2020-05-11 10:00");
        JsonObject protocol = Papers.ItemOf(), other = Papers.ItemOf("visit", "2021-06-17");
        (protocol["clause"], other["number"], other["clause"]) = ("p1", "7", "p2");
        other["dependsOn"] = new JsonArray(Papers.Item);
        JsonObject agreement = Papers.AgreementOf(Papers.Agreement, protocol, other);
        agreement["clauses"] = new JsonArray(
            new JsonObject { ["id"] = "p1", ["label"] = "I.1", ["text"] = new JsonObject { ["en"] = "The protocol is revised." } },
            new JsonObject { ["id"] = "p2", ["text"] = new JsonObject { ["en"] = "Visits go on." } });
        (await town.Post("/api/agreements", agreement)).Status.Should().Be(201);
        return town;
    }

    private static async Task<string[]> Coming(Town town) =>
    [
        .. (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray()
            .Where(notice => (string)notice!["state"]! == "expected").Select(notice => notice!.ToJsonString()),
    ];
}
