using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace FollowUp.Tests.Rig;

/// <summary>
/// Rows as no caller could have them written today: earlier versions took other things for right, and stores are put together by hand.
/// </summary>
public static class PastTheDoor
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Changes a person in the register.</summary>
    public static async Task Rewrite(this Town town, string person, Action<JsonNode> change)
    {
        await town.Change("People", "register", person, change);
        await town.Whoever();
    }

    /// <summary>The register has no such person any more.</summary>
    public static async Task Lose(this Town town, string person)
    {
        using Azure.Response gone = await town.Tables.Table("People").DeleteEntityAsync("register", person, cancellationToken: Cancel);
        await town.Whoever();
    }

    /// <summary>Changes what a row holds.</summary>
    public static async Task Change(this Town town, string table, string partition, string key, Action<JsonNode> change)
    {
        TableEntity row = await town.Tables.Table(table).GetEntityAsync<TableEntity>(partition, key, cancellationToken: Cancel);
        JsonNode content = JsonNode.Parse(row.GetString("Content"))!;
        change(content);
        row["Content"] = content.ToJsonString();
        using Azure.Response changed = await town.Tables.Table(table).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
    }

    /// <summary>Every host reads the people anew.</summary>
    private static async Task Whoever(this Town town)
    {
        TableEntity last = await town.Tables.Table("People").GetEntityAsync<TableEntity>("register", "~last", cancellationToken: Cancel);
        last["Written"] = last.GetString("Written") + "~";
        using Azure.Response changed = await town.Tables.Table("People")
            .UpdateEntityAsync(last, last.ETag, TableUpdateMode.Replace, Cancel);
    }
}
