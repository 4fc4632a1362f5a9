using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Lives;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Beside each English text stands what it says, also where an earlier version wrote it; and an item says whose move it is. Tests
/// <see cref="ItemAnswers"/> and <see cref="NextActionResponse"/>.
/// </summary>
public sealed class What_answers_say_as_data
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_whose_move_it_is_and_the_call_that_makes_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await Take(town, "sign", "law", Papers.By("law"));
        (await Next(town)).Should().BeEmpty("the owner is at work in good time");
        await town.Until("2020-06-18 10:00");
        await Take(town, "report", "law", Papers.Done("law"));
        await Take(town, "return", "lead", new() { ["by"] = "lead", ["reason"] = "the annex is missing" });
        await Take(town, "report-again", "law", Papers.Done("law"));
        await Take(town, "confirm", "lead", Papers.By("lead"));
        (await Next(town)).Should().BeEmpty("it is closed");
    }

    [Fact]
    public async Task is_each_reason_explanation_and_entry()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-06-30 10:00");
        Gaps(await town.Ledger(), (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray(), await town.Journal())
            .Should().BeEmpty();
    }

    [Fact]
    public async Task is_there_for_what_an_earlier_version_wrote()
    {
        using EarlierStore store = EarlierStore.Of("e9e5171");
        await using LocalHostUnderTest host = new(new(2020, 6, 9, 1, 0, 0, TimeSpan.Zero), store.Open);
        await host.Start(Cancel);
        int explained = 0;
        foreach (JsonNode? item in (await Get(host, "/api/items"))["items"]!.AsArray())
        {
            string path = $"/api/agreements/{item!["agreement"]}/items/{item["id"]}";
            JsonArray ledger = (await Get(host, $"{path}/ledger"))["rows"]!.AsArray();
            JsonArray lines = (await Get(host, $"{path}/timetable"))["lines"]!.AsArray();
            Gaps(ledger!, lines, (await Get(host, $"{path}/journal"))["entries"]!.AsArray()!).Should().BeEmpty();
            item["warnings"]!.AsArray().Count.Should().Be(item["warningDetails"]!.AsArray().Count(warning => warning!["code"] is not null));
            explained += ledger.Count(row => row!["shifts"] is not null);
        }

        explained.Should().BePositive();
    }

    /// <summary>The next step is that one, theirs, and its own call takes it.</summary>
    private static async Task Take(Town town, string action, string who, JsonObject body)
    {
        JsonNode step = (await Next(town)).Single(next => (string)next["action"]! == action);
        ((string)step["who"]!.AsArray().Single()!).Should().Be(who);
        (await town.Call((string)step["method"]!, (string)step["href"]!, body.ToJsonString())).Status.Should().Be(200);
    }

    private static async Task<IEnumerable<JsonNode>> Next(Town town) => (await town.Item())["nextActions"]!.AsArray().OfType<JsonNode>();

    private static async Task<JsonNode> Get(LocalHostUnderTest host, string path) =>
        (await host.Http.GetFromJsonAsync<JsonNode>(path, Cancel))!;

    /// <summary>English texts that no data stands beside.</summary>
    private static List<string> Gaps(IEnumerable<JsonNode?> ledger, IEnumerable<JsonNode?> lines, IEnumerable<JsonNode?> journal)
    {
        List<string> gaps = [];
        foreach (JsonNode row in ledger.Concat(lines).OfType<JsonNode>())
        {
            Note(row, "why", "reason");
            Note(row, "explanation", row["ladder"]!.ToString() == "undelivered" ? "cause" : "shifts");
            Note(row, "trace", "steps");
        }

        foreach (JsonNode entry in journal.OfType<JsonNode>())
        {
            Note(entry, "event", "said");
        }

        return gaps;

        void Note(JsonNode of, string text, string data)
        {
            if (of[text] is { } said && of[data] is null)
            {
                gaps.Add($"{said} ({of.ToJsonString()})");
            }
        }
    }
}
