using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Law 17. Tests <see cref="GetAgreement"/>, <see cref="GetItem"/>, <see cref="GetLedger"/>, <see cref="GetTimetable"/>,
/// <see cref="ListAgreements"/>, <see cref="ListItems"/>, <see cref="ListPeople"/>, <see cref="NoticeResponse"/>
/// and <see cref="ItemResponse"/>.
/// </summary>
public sealed class Reading_the_register
{
    [Fact]
    public async Task changes_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-06-20 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();

        foreach (string path in new[]
        {
            "/api/agreements", "/api/agreements/minutes", "/api/agreements/minutes/journal", "/api/items", "/api/items?state=open&slip=red",
            "/api/items?sort=urgency&q=revise", "/api/overview",
            Town.PathOf(Papers.Item), $"{Town.PathOf(Papers.Item)}/timetable", $"{Town.PathOf(Papers.Item)}/journal",
            $"{Town.PathOf(Papers.Item)}/ledger",
            "/api/people", "/api/people/law", "/api/plans/default", "/api/calendars/CN", "/api/health/live", "/api/health/ready", "/board/",
            "/board/shell/board.js",
        })
        {
            Answer answer = await town.Get(path);
            answer.Status.Should().Be(200, $"of {path}: {answer.Text}");
        }

        (await town.Tables.Everything()).Should().Equal(stored);
    }

    /// <summary>Who owned it two owners ago has no part in it any more, and still stands in what was said.</summary>
    [Fact]
    public async Task tells_the_timetable_of_an_item_that_changed_hands_twice()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-12 10:00");

        foreach (string owner in new[] { "law-2", "second", "law-2" })
        {
            JsonObject hand = new() { ["by"] = "desk", ["owner"] = owner, ["reason"] = "She left." };
            (await town.Put($"{Town.PathOf(Papers.Item)}/owner", hand)).Status.Should().Be(200);
        }

        Answer answer = await town.Get($"{Town.PathOf(Papers.Item)}/timetable");
        answer.Status.Should().Be(200, answer.Text);
        answer.Text.Should().Contain("\"to\":\"law\"");
    }

    /// <summary>The store is asked for no more than what can have that colour; nothing that has it may be left out.</summary>
    [Fact]
    public async Task lists_by_colour_what_each_item_shows()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        foreach (string moment in new[] { "2020-05-11 10:01", "2020-05-20 10:00", "2020-06-17 23:30", "2020-06-18 00:30",
            "2020-06-20 10:00" })
        {
            await town.Until(moment);
            IReadOnlyList<JsonNode> all = await Items(town, "");
            foreach (string colour in new[] { "blue", "yellow", "red" })
            {
                (await Items(town, $"?slip={colour}"))
                    .Should().HaveCount(all.Count(item => (string?)item["slip"] == colour), $"{colour}, {moment}");
            }
        }

        (await Items(town, "?slip=red&state=open&dueBefore=2020-06-18")).Should().ContainSingle();
        (await Items(town, "?slip=red&dueBefore=2020-06-17")).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<JsonNode>> Items(Town town, string query) =>
        [.. JsonNode.Parse((await town.Get($"/api/items{query}")).Text)!["items"]!.AsArray().Select(item => item!)];
}
