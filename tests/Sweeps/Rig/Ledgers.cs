using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Ledger;
using FollowUp.Values;

namespace FollowUp.Sweeps.Rig;

/// <summary>The ledgers of all items, read past the app.</summary>
public static class Ledgers
{
    public static async Task<IReadOnlyDictionary<string, LedgerRow>> Of(Stage stage) =>
        (await stage.All("Agreements")).Where(row => row.RowKey.StartsWith("ledger|", StringComparison.Ordinal))
        .ToDictionary(row => Name(row.PartitionKey, Read<LedgerRow>(row).Key), Read<LedgerRow>);

    public static async Task<IReadOnlySet<string>> Planned(Stage stage) =>
        (await Of(stage)).Where(row => row.Value.State == NoticeState.Planned).Select(row => row.Key).ToHashSet();

    public static string Name(string agreement, RungKey key) => $"{agreement}/{key.Item}/{key.AnchorRevision} {key}";

    /// <summary>A record in the pieces in which it lies in its row.</summary>
    public static T Read<T>(TableEntity row)
    {
        string json = string.Concat(row.Keys.Where(name => name.StartsWith("Content", StringComparison.Ordinal))
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(row.GetString));
        return JsonSerializer.Deserialize<T>(json, Json.Options)!;
    }
}
