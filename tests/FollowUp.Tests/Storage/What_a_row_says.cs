using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// An item's row is written with each of its notices: what it need not say costs time in every burst. Tests <see cref="RowMapping"/> and
/// <see cref="JsonColumns"/>.
/// </summary>
public sealed class What_a_row_says
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_what_happened_and_not_what_did_not_nor_what_follows_from_the_rest()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        JsonObject item = ContentOf(await Row(town, "Agreements", $"item|{Papers.Item}"));
        JsonObject notice = ContentOf(await Row(town, "Agreements", "ledger|"));

        item.Select(property => property.Key)
            .Should().Contain(["supporting", "stages", "assignedAt"], "the one who agreed said so, be it nothing")
            .And.NotContain(["progress", "extensions", "toldLate", "warnings", "isOpen"]);
        notice.Select(property => property.Key).Should().Contain("state").And.NotContain("isFinal");
        (await Row(town, "Postbag", "law|")).Keys.Should().BeEquivalentTo(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]);
    }

    /// <summary>Stores of earlier versions hold rows that say more.</summary>
    [Fact]
    public async Task may_be_more_than_it_need()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await Rewrite(
            town, await Row(town, "Agreements", $"item|{Papers.Item}"), ("progress", new JsonArray()), ("toldLate", new JsonArray()));
        await Rewrite(town, await Row(town, "Agreements", "ledger|"), ("isFinal", false));
        TableEntity bagged = await Row(town, "Postbag", "law|");
        bagged["Agreement"] = Papers.Agreement;
        bagged["Content"] =
            """{"item":"protocol","anchorRevision":1,"ladder":"receipt","rung":"at-once","occurrence":0,"recipient":"law"}""";
        await town.Tables.Table("Postbag").UpdateEntityAsync(bagged, bagged.ETag, TableUpdateMode.Replace, Cancel);

        await town.Until("2020-05-11 10:05");
        await town.Sign();
        await town.Until("2020-05-18 09:05");

        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once", "05-18 09:01 law: due/month");
    }

    private static async Task<TableEntity> Row(Town town, string table, string beginning) =>
        (await town.Tables.Rows(table)).First(row => row.RowKey.StartsWith(beginning, StringComparison.Ordinal));

    private static JsonObject ContentOf(TableEntity row) => JsonNode.Parse(row.GetString("Content"))!.AsObject();

    private static Task Rewrite(Town town, TableEntity row, params (string Name, JsonNode Value)[] more)
    {
        JsonObject content = ContentOf(row);
        foreach ((string name, JsonNode value) in more)
        {
            content[name] = value;
        }

        row["Content"] = content.ToJsonString();
        return town.Tables.Table("Agreements").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
    }
}
