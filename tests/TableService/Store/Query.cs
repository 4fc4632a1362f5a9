using FollowUp.TableService.Filters;
using FollowUp.TableService.Rows;

namespace FollowUp.TableService.Store;

/// <summary>The place of a row, in the order of the table.</summary>
internal readonly record struct Place(string Partition, string Key);

/// <summary>What one request for rows brings, and where the next one has to go on; null where there is no more.</summary>
internal readonly record struct Page(IReadOnlyList<Row> Rows, Place? Next);

/// <summary>One page of rows to be found.</summary>
/// <param name="RowsMax">So many rows are answered at most.</param>
/// <param name="LooksMax">So many rows are looked at, whether they match or not, before the page ends.</param>
internal sealed record Query(Condition? Filter, int RowsMax, int LooksMax, Place? From)
{
    private readonly KeyRange partitions = KeyRange.Of(Filter, "PartitionKey");
    private readonly KeyRange keys = KeyRange.Of(Filter, "RowKey");

    public Page Over(Table table)
    {
        List<Row> found = [];
        int looks = 0;
        string first = Later(partitions.First, From?.Partition);
        for (int index = table.Partitions.FirstFrom(first); index < table.Partitions.Count; index++)
        {
            string partition = table.Partitions.NameAt(index);
            if (partitions.EndsBefore(partition))
            {
                break;
            }

            if (Read(table.Partitions[index], partition, found, ref looks) is { } next)
            {
                return new(found, next);
            }
        }

        return new(found, null);
    }

    /// <returns>The row before which the page ended; null when the partition is through.</returns>
    private Place? Read(Sorted<Row> rows, string partition, List<Row> found, ref int looks)
    {
        string first = From is { } place && place.Partition == partition ? Later(keys.First, place.Key) : keys.First;
        for (int index = rows.FirstFrom(first); index < rows.Count; index++)
        {
            Row row = rows[index];
            if (keys.EndsBefore(row.Key))
            {
                break;
            }

            if (found.Count == RowsMax || looks == LooksMax)
            {
                return new(partition, row.Key);
            }

            looks++;
            if (Filter is null || Filter.Holds(row) == true)
            {
                found.Add(row);
            }
        }

        return null;
    }

    private static string Later(string one, string? other) => other is null || string.CompareOrdinal(one, other) > 0 ? one : other;
}
