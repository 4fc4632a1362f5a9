using FollowUp.Tables.Filters;
using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>The place of a row, in the order of the table.</summary>
internal readonly record struct RowPosition(string Partition, string Key);

/// <summary>What one request for rows brings, and where the next one has to go on; null where there is no more.</summary>
internal readonly record struct Page(IReadOnlyList<Row> Rows, RowPosition? Next);

/// <summary>One page of rows to be found.</summary>
/// <param name="RowsMax">So many rows are answered at most.</param>
/// <param name="LooksMax">So many rows are looked at, whether they match or not, before the page ends.</param>
internal sealed record Query(Condition? Filter, int RowsMax, int LooksMax, RowPosition? From)
{
    private readonly KeyRange partitions = KeyRange.FromFilter(Filter, "PartitionKey");
    private readonly KeyRange keys = KeyRange.FromFilter(Filter, "RowKey");

    public Page Over(IReadTransaction rows, TableEntry table)
    {
        List<Row> found = [];
        int looks = 0;
        for (RowPosition? from = First(); from is { } place;)
        {
            if (Read(rows.From(table, place), found, ref looks, out from) is { } next)
            {
                return new(found, next);
            }
        }

        return new(found, null);
    }

    private RowPosition First()
    {
        string partition = Later(partitions.First, From?.Partition);
        return new(partition, From is { } place && place.Partition == partition ? Later(keys.First, place.Key) : keys.First);
    }

    /// <param name="further">Where to go on, past rows whose keys cannot match; null when nothing further can.</param>
    /// <returns>The row before which the page ended; null when it did not.</returns>
    private RowPosition? Read(IEnumerable<Row> rows, List<Row> found, ref int looks, out RowPosition? further)
    {
        further = null;
        foreach (Row row in rows)
        {
            if (partitions.EndsBefore(row.Partition))
            {
                return null;
            }

            if (keys.EndsBefore(row.Key) || string.CompareOrdinal(row.Key, keys.First) < 0)
            {
                further = Beyond(row);
                return null;
            }

            if (found.Count == RowsMax || looks == LooksMax)
            {
                return new(row.Partition, row.Key);
            }

            looks++;
            if (Filter is null || Filter.Holds(row) == true)
            {
                found.Add(row);
            }
        }

        return null;
    }

    private RowPosition? Beyond(Row row) =>
        !keys.EndsBefore(row.Key) ? new(row.Partition, keys.First)
        : row.Partition == partitions.Last ? null
        // No partition lies between one and the same with the least character there is.
        : new(row.Partition + '\0', keys.First);

    private static string Later(string one, string? other) => other is null || string.CompareOrdinal(one, other) > 0 ? one : other;
}
