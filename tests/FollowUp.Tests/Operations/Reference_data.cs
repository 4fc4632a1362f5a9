using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Tests <see cref="ReferenceResolver"/>, <see cref="TimetableInputsLoader"/>, <see cref="ReferenceStore"/> and
/// <see cref="RevisionCache{T}"/>.
/// </summary>
public sealed class Reference_data
{
    [Fact]
    public async Task gets_a_revision_for_each_content_and_none_for_the_same_again()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject moved = Papers.PersonOf("law");
        moved["email"] = "law@new.example";

        Answer same = await town.Put("/api/people/law", Papers.PersonOf("law"));
        Answer first = await town.Put("/api/people/law", moved);
        Answer again = await town.Put("/api/people/law", moved);
        Answer back = await town.Put("/api/people/law", Papers.PersonOf("law"));

        new[] { same, first, again, back }.Select(answer => (answer.Status, (int)answer.Body!["revision"]!))
            .Should().Equal((200, 1), (200, 2), (200, 2), (200, 3));
        ((int)(await town.Get("/api/people/law")).Body!["revision"]!).Should().Be(3);
        (await town.Put("/api/people/law-2", moved)).Pointers.Should().Equal("/id");
    }

    // Law 9: what an item keeps of a plan can be looked at, also when the plan has moved on.
    [Fact]
    public async Task of_an_earlier_revision_can_still_be_read()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonNode plan = (await town.Get("/api/plans/default")).Body!;
        plan["extensionsMax"] = 5;
        (await town.Put("/api/plans/default", plan)).Status.Should().Be(200);

        ((int)(await town.Get("/api/plans/default")).Body!["extensionsMax"]!).Should().Be(5);
        ((int)(await town.Get("/api/plans/default?revision=1")).Body!["extensionsMax"]!).Should().Be(2);
        ((int)(await town.Get("/api/plans/default?revision=3")).Body!["extensionsMax"]!).Should().Be(5);
        (await town.Get("/api/plans/default?revision=4")).Problem.Should().Be("not-found");
        (await town.Get("/api/plans/default?revision=last")).Pointers.Should().Equal("/revision");
    }

    // Law 9: the default plan listens for silence since its second revision.
    [Fact]
    public async Task that_is_shipped_can_be_read_in_each_revision_that_ever_was()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        (await Ladders("")).Should().Equal([.. await Ladders("?revision=1"), "silence"]).And.Equal(await Ladders("?revision=2"));
        ((int)(await town.Get(Town.PathOf(Papers.Item))).Body!["planRevision"]!).Should().Be(2);

        async Task<IEnumerable<string>> Ladders(string revision) =>
            from ladder in (await town.Get($"/api/plans/default{revision}")).Body!["ladders"]!.AsArray()
            select (string)ladder!["ladder"]!;
    }

    [Fact]
    public async Task written_by_two_at_once_keeps_both()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(n =>
        {
            JsonObject person = Papers.PersonOf("law");
            person["name"] = $"Name {n}";
            return town.Put("/api/people/law", person);
        }));

        answers.Select(answer => (int)answer.Body!["revision"]!).Order().Should().Equal(2, 3, 4, 5, 6);
    }

    [Fact]
    public async Task that_is_wrong_is_named_once_with_the_way_out()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject person = Papers.PersonOf("law");
        person["calendar"] = "DE";
        person["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-01", ["to"] = "2020-06-02", ["substitute"] = "law" });

        Answer answer = await town.Put("/api/people/law", person);
        answer.Pointers.Should().Equal("/absences/0/substitute", "/calendar");
        answer.Text.Should().Contain("is who is away: name somebody else").And.Contain(
            "names no calendar of the register: DE (it has CN, RU); PUT /api/calendars/DE takes it as JSON or an .ics file");
        person.Remove("id");
        (await town.Put("/api/people/law", person)).Pointers.Should().Equal("/id", "/calendar");
        JsonObject agreement = Papers.AgreementOf("minutes", Papers.ItemOf());
        agreement["items"]![0]!["plan"] = "strict";
        (await town.Post("/api/agreements", agreement)).Text.Should().Contain(
            "names no plan of the register: strict (it has default); PUT /api/plans/strict takes it as JSON");
    }

    /// <summary>A file that many offices send their people from at one time: each waits for its turn.</summary>
    [Theory]
    [InlineData("/api/people/law")]
    [InlineData("/api/calendars/CN")]
    [InlineData("/api/plans/default")]
    public async Task written_by_twenty_at_once_keeps_all(string path)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonNode there = (await town.Get(path)).Body!;
        string field = path.Contains("plans", StringComparison.Ordinal) ? "extensionsMax" : "name";

        Answer[] answers = await Task.WhenAll(Enumerable.Range(10, 20).Select(n =>
        {
            JsonNode next = there.DeepClone();
            next[field] = field == "name" ? $"Name {n}" : n;
            return town.Put(path, next);
        }));

        answers.Select(answer => answer.Status).Should().AllBeEquivalentTo(200);
        answers.Select(answer => (int)answer.Body!["revision"]!).Order().Should().Equal(Enumerable.Range((int)there["revision"]! + 1, 20));
    }

    /// <summary>Law 9: a plan and calendars are frozen into the item; where letters go is not.</summary>
    [Fact]
    public async Task that_changes_leaves_running_items_their_plan_and_calendar()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject plan = new()
        {
            ["id"] = "default",
            ["hour"] = "15:00",
            ["ladders"] = new JsonArray(new JsonObject
            {
                ["ladder"] = "due",
                ["rungs"] = new JsonArray(new JsonObject { ["id"] = "fortnight", ["offset"] = "-14cd", ["to"] = new JsonArray("owner") }),
            }),
        };
        JsonObject calendar = new()
        {
            ["id"] = "CN",
            ["weekend"] = new JsonArray("sunday"),
            ["holidays"] = new JsonArray(new JsonObject { ["date"] = "2020-05-13", ["name"] = "A day off" }),
            ["workingDays"] = new JsonArray(),
            ["knownThrough"] = "2020-12-31",
        };

        ((int)(await town.Put("/api/plans/default", plan)).Body!["revision"]!).Should().Be(3);
        ((int)(await town.Put("/api/calendars/CN", calendar)).Body!["revision"]!).Should().Be(2);
        (await town.Post("/api/agreements/minutes/items", Papers.ItemOf("annex"))).Status.Should().Be(201);
        await town.Until("2020-06-04 12:00");

        ((int)(await town.Item())["planRevision"]!, (int)(await town.Item("annex"))["planRevision"]!).Should().Be((2, 3));
        town.Letters.Should().Contain("05-13 09:01 law: receipt/again").And.Contain("06-03 15:01 law: due/fortnight");
    }

    [Fact]
    public async Task comes_with_the_product_as_far_as_it_is_known()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");

        (await town.Get("/api/plans/default")).Status.Should().Be(200);
        (await town.Get("/api/calendars/CN")).Status.Should().Be(200);
        (await town.Get("/api/calendars/RU")).Status.Should().Be(200);
        (await town.Get("/api/calendars/XX")).Problem.Should().Be("not-found");
        (await town.Get("/api/people/law")).Problem.Should().Be("not-found");
        (await town.Put("/api/people/law", Papers.PersonOf("law-2"))).Pointers.Should().Equal("/id");
    }
}
