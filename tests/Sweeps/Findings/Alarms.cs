using Azure.Data.Tables;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Findings;

/// <summary>Law 1: whatever is to be looked at later is in the index, whatever becomes of its orchestration.</summary>
public static class Alarms
{
    public static async Task<IReadOnlyList<string>> Missing(Stage stage)
    {
        HashSet<string> marks =
            [.. (await stage.All("Due")).Select(row => $"{row.PartitionKey[..12]} {string.Join('|', row.RowKey.Split('|')[..2])}")];
        List<string> missing = [];
        foreach (TableEntity item in (await stage.All("Agreements")).Where(row => row.RowKey.StartsWith("item|", StringComparison.Ordinal)))
        {
            if (item.GetString("NextAt") is { Length: > 0 } next && !marks.Contains($"{Minute(next)} agreement|{item.PartitionKey}"))
            {
                missing.Add($"{item.RowKey} is to be looked at at {next}, and the index does not say so");
            }
        }

        return missing;
    }

    private static string Minute(string instant) =>
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime.ToString(
            "yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture);
}
