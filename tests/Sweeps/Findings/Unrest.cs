using Azure.Data.Tables;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Findings;

/// <summary>What is still to be done although it is time.</summary>
public static class Unrest
{
    public static async Task<IReadOnlyList<string>> Of(Stage stage)
    {
        string minute = stage.Now.UtcDateTime.ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture);
        IEnumerable<TableEntity> due = (await stage.All("Due")).Where(row => string.CompareOrdinal(row.PartitionKey, minute) < 0);
        IEnumerable<TableEntity> inbox = (await stage.All("FollowUpHub"))
            .Where(row => row.RowKey.StartsWith("inbox|", StringComparison.Ordinal) || row.PartitionKey == "~signals");
        return
        [
            .. due.Select(row => $"Due still has {row.PartitionKey} {row.RowKey}"),
            .. (await stage.All("Postbag")).Select(row => $"Postbag still has {row.PartitionKey} {row.RowKey}"),
            .. inbox.Select(row => $"the hub still has {row.PartitionKey} {row.RowKey}"),
        ];
    }
}
