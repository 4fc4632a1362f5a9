using Azure.Data.Tables;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Laws;

namespace FollowUp.Simulation.Worlds;

/// <summary>What of a world is written down, read past the app.</summary>
public sealed partial class World
{
    private static readonly string[] Kept = ["Agreements", "Due", "Postbag", "People", "Plans", "Calendars"];

    private readonly Dictionary<Life, IReadOnlyList<Row>> seen = [];

    /// <summary>Every row of the app's tables with its version: the same lines twice mean that nothing was written in between.</summary>
    public async Task<IReadOnlyList<string>> Everything()
    {
        List<string> lines = [];
        foreach (string table in Kept)
        {
            // But for the row that is written every minute to see whether it can be.
            await foreach (TableEntity row in Rows.GetTableClient(table)
                .QueryAsync<TableEntity>("RowKey ne '~pulse'", select: ["PartitionKey", "RowKey", "Timestamp"]))
            {
                lines.Add($"{table} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return lines;
    }

    /// <summary>The ledger as it was read the last time; from now on it is <paramref name="rows"/>.</summary>
    public IReadOnlyList<Row> Seen(Life life, IReadOnlyList<Row> rows)
    {
        IReadOnlyList<Row> before = seen.GetValueOrDefault(life) ?? [];
        seen[life] = rows;
        return before;
    }
}
