using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// One more item is looked at before it is added: the dry run says what then comes, refuses what would be refused, and stores nothing.
/// Tests <see cref="PreviewItem"/>, <see cref="DryRunItemResponse"/> and <see cref="ItemProposal"/>.
/// </summary>
public sealed class An_item_that_is_tried
{
    private const string Agreement = $"/api/agreements/{Papers.Agreement}";

    [Fact]
    public async Task tells_what_comes_once_it_is_added()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        IReadOnlyList<string> stored = await town.Tables.Everything();
        JsonObject buoys = Buoys();
        Answer tried = await town.Post($"{Agreement}/timetable", buoys);

        tried.Status.Should().Be(200, tried.Text);
        (await town.Tables.Everything()).Should().Equal(stored);
        JsonNode item = tried.Body!["items"]!.AsArray().Should().ContainSingle().Subject!;
        (await town.Post($"{Agreement}/items", buoys)).Status.Should().Be(201);
        JsonArray real = (await town.Get($"{Town.PathOf("buoys")}/timetable")).Body!["lines"]!.AsArray();
        Lines(real).Should().Equal(Lines(item["lines"]!.AsArray()), "it is the same function").And.HaveCountGreaterThan(5);
    }

    [Fact]
    public async Task is_refused_as_it_would_be()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject wrong = Buoys();
        (wrong["owner"], wrong["calendars"]) = ("nobody", new JsonArray("XX"));
        (await town.Post($"{Agreement}/timetable", wrong)).Pointers.Should().BeEquivalentTo("/owner", "/calendars/0");
        (await town.Post($"{Agreement}/timetable", Papers.ItemOf())).Status.Should().Be(409, "another is called that");
        (await town.Post("/api/agreements/nowhere/timetable", Buoys())).Status.Should().Be(404);
    }

    private static JsonObject Buoys()
    {
        JsonObject item = Papers.ItemOf(dueOn: "2020-09-30");
        item["id"] = "buoys";
        return item;
    }

    private static IReadOnlyList<string> Lines(JsonArray lines) =>
        [.. lines.Select(line => $"{line!["ladder"]}/{line["rung"]} {line["planned"]} {line["to"]}")];
}
