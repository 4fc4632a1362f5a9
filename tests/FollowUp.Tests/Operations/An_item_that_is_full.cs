using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using FollowUp.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 20: an item is one row, and words fill it; what closes it, and what its clock writes down, has its room kept. Tests
/// <see cref="ItemRoom"/>, <see cref="FullItems"/>, <see cref="FullItemStore"/>, <see cref="DeliveryRecorder"/> and
/// <see cref="ItemChanger"/>.
/// </summary>
public sealed class An_item_that_is_full
{
    private static readonly string Item = Town.PathOf(Papers.Item);

    /// <summary>A character that takes two in the store.</summary>
    private static readonly string Longest = new('"', Limits.Text);

    [Fact]
    public async Task of_words_still_takes_a_return_a_hand_over_and_its_end_each_as_long_as_can_be()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer refused = await Fill(town);

        (refused.Status, refused.Problem).Should().Be((409, "full"));
        string detail = (string)refused.Body!["detail"]!;
        detail.Should().StartWith("Item protocol holds so much already that this no longer fits: room is kept for what closes it.")
            .And.NotContain("|").And.Contain("completion report");
        foreach ((string verb, JsonObject body) in new (string, JsonObject)[]
        {
            ("POST extensions", new() { ["by"] = "law", ["dueOn"] = "2020-06-30", ["reason"] = Longest }),
            ("PUT waiting", new() { ["by"] = "desk", ["reason"] = Longest }),
            ("PUT due-date", new() { ["by"] = "desk", ["dueOn"] = "2020-06-30", ["reason"] = Longest }),
        })
        {
            (await Do(town, verb, body)).Problem.Should().Be("full", verb);
        }

        foreach ((string verb, JsonObject body) in new (string, JsonObject)[]
        {
            ("PUT receipt", Papers.By("law")),
            ("PUT completion", Done("law")),
            ("POST return", new() { ["by"] = "lead", ["reason"] = Longest }),
            ("PUT owner", new() { ["by"] = "desk", ["owner"] = "law-2", ["reason"] = "x" }),
            ("PUT completion", Done("law-2")),
            ("PUT confirmation", new() { ["by"] = "lead", ["note"] = Longest }),
        })
        {
            Answer answer = await Do(town, verb, body);
            answer.Status.Should().Be(200, $"{verb}: {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        }
    }

    [Fact]
    public async Task of_words_can_be_withdrawn()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        _ = await Fill(town);

        (await Do(town, "PUT withdrawal", new() { ["by"] = "desk", ["reason"] = Longest })).Status.Should().Be(200);
    }

    /// <summary>Earlier versions let words fill the whole row.</summary>
    [Fact]
    public async Task since_an_earlier_version_can_be_closed_as_long_as_that_fits()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await FillRow(town, JsonColumns.LengthMax - 2_000);

        (await town.Progress("x")).Problem.Should().Be("full");
        (await Do(town, "PUT completion", Done("law"))).Problem.Should().Be("full");
        (await town.Report()).Status.Should().Be(200);
        (await town.Confirm()).Status.Should().Be(200);
    }

    /// <summary>Law 3: what is out is recorded, and nobody's letters wait for an item that cannot be written (laws 1 and 5).</summary>
    [Fact]
    public async Task to_the_last_character_stops_neither_its_own_letters_nor_those_of_others()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Post("/api/agreements", Papers.AgreementOf("others", Papers.ItemOf("annex")))).Status.Should().Be(201);
        await town.Until("2020-06-17 12:00");
        await FillRow(town, JsonColumns.LengthMax - 5);
        (await Health(town)).Should().Be("""{"status":"ready"}""");

        await town.Until("2020-06-24 12:00");

        string[] ledger = await Ledger("minutes/items/protocol");
        ledger.Should().Contain(["overdue/again 0 to law: sent", "overdue/level-1 0 to first: sent"])
            .And.NotContain(line => line.Contains("failed", StringComparison.Ordinal));
        (await Ledger("others/items/annex")).Should().BeEquivalentTo(ledger);
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
        (await Health(town)).Should().StartWith("""{"status":"degraded",""").And.Contain("full: protocol of agreement minutes.")
            .And.Contain("confirmed or withdrawn").And.NotContain("annex");

        async Task<string[]> Ledger(string item) =>
        [
            .. (await town.Get($"/api/agreements/{item}/ledger")).Body!["rows"]!.AsArray()
                .Select(row => $"{row!["ladder"]}/{row["rung"]} {row["occurrence"]} to {row["to"]}: {row["state"]}"),
        ];
    }

    [Fact]
    public async Task is_named_until_it_is_closed()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        FullItems full = town.Services.GetRequiredService<FullItems>();
        await full.Mark(new(Papers.Agreement, Papers.Item), Instant.FromDateTimeOffset(town.Now), Cancel);
        (await Health(town)).Should().Contain("protocol of agreement minutes");

        (await town.Report()).Status.Should().Be(200);
        (await town.Confirm()).Status.Should().Be(200);

        (await Health(town)).Should().Be("""{"status":"ready"}""");
        await town.Until("2020-05-12 12:00");
        (await town.Tables.Rows("Calendars")).Should().NotContain(row => row.RowKey.StartsWith("~full", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Word after word, each half as long as the last one that did not fit.</summary>
    /// <returns>The refusal of a single character.</returns>
    private static async Task<Answer> Fill(Town town)
    {
        Answer answer;
        int length = Limits.Text;
        do
        {
            answer = await town.Progress(new('x', length));
            length = answer.Status == 200 ? length : length / 2;
        }
        while (length > 0);
        return answer;
    }

    /// <summary>Past the app, as an earlier version would have let people do.</summary>
    private static async Task FillRow(Town town, int length)
    {
        await town.Stop();
        TableEntity row = (await town.Tables.Rows("Agreements")).Single(row => row.RowKey == TableKeys.Item(Papers.Item));
        StoredItem stored = RowMapping.Item(row);
        Instant at = Instant.FromDateTimeOffset(town.Now);
        AgreedItem filled = With(1);
        filled = With(1 + length - JsonColumns.LengthOf(filled));
        JsonColumns.LengthOf(filled).Should().Be(length);
        using Response written = await town.Tables.Table("Agreements")
            .UpdateEntityAsync(RowMapping.Item(stored with { Item = filled }), ETag.All, TableUpdateMode.Replace, Cancel);
        await town.Start();

        AgreedItem With(int characters) => stored.Item with
        {
            Progress =
            [
                new("law", at, new('x', characters)),
                .. Enumerable.Range(0, 2).Select(_ => new ProgressReport("law", at, "x")),
            ],
        };
    }

    private static JsonObject Done(string by) => new()
    {
        ["by"] = by,
        ["evidence"] = new JsonObject { ["kind"] = "document", ["ref"] = "2020-117", ["note"] = Longest },
    };

    private static Task<Answer> Do(Town town, string verb, JsonObject body) =>
        town.Call(verb.Split(' ')[0], $"{Item}/{verb.Split(' ')[1]}", body.ToJsonString());

    private static async Task<string> Health(Town town)
    {
        Answer answer = await town.Get("/api/health/ready");
        answer.Status.Should().Be(200);
        return answer.Text;
    }
}
