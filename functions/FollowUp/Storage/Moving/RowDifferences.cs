using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Moving;

/// <summary>
/// What makes the rows of one table those of another. What is the same is not written: a move that was cut short goes on where it was.
/// </summary>
internal static class RowDifferences
{
    private static readonly HashSet<string> OfTheStore = ["odata.etag", "Timestamp"];

    /// <summary>Both in the order of their keys, gone through side by side: neither is held in memory.</summary>
    public static async IAsyncEnumerable<TableTransactionAction> Between(
        IAsyncEnumerable<TableEntity> wanted, IAsyncEnumerable<TableEntity> there, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using IAsyncEnumerator<TableEntity> from = InOrder(wanted).GetAsyncEnumerator(cancel);
        await using IAsyncEnumerator<TableEntity> to = InOrder(there).GetAsyncEnumerator(cancel);
        (bool hasFrom, bool hasTo) = (await from.MoveNextAsync(), await to.MoveNextAsync());
        while (hasFrom || hasTo)
        {
            int order = !hasFrom ? 1 : !hasTo ? -1 : Order(from.Current, to.Current);
            if (order > 0)
            {
                yield return new(TableTransactionActionType.Delete, new TableEntity(to.Current.PartitionKey, to.Current.RowKey), ETag.All);
            }
            else if (order < 0 || !AreSame(from.Current, to.Current))
            {
                yield return new(TableTransactionActionType.UpsertReplace, Copy(from.Current));
            }

            hasFrom = order > 0 ? hasFrom : await from.MoveNextAsync();
            hasTo = order < 0 ? hasTo : await to.MoveNextAsync();
        }
    }

    /// <summary>All stores answer in the order of keys. One that did not would have rows deleted that are there.</summary>
    private static async IAsyncEnumerable<TableEntity> InOrder(IAsyncEnumerable<TableEntity> rows)
    {
        TableEntity? last = null;
        await foreach (TableEntity row in rows)
        {
            yield return last is null || Order(last, row) < 0 ? row : throw new InvalidDataException(
                $"{last.PartitionKey} {last.RowKey} came before {row.PartitionKey} {row.RowKey}: these rows are in no order.");
            last = row;
        }
    }

    private static int Order(TableEntity one, TableEntity other) =>
        string.CompareOrdinal(one.PartitionKey, other.PartitionKey) is not 0 and int order
            ? order : string.CompareOrdinal(one.RowKey, other.RowKey);

    private static bool AreSame(TableEntity one, TableEntity other)
    {
        Dictionary<string, object> left = Properties(one), right = Properties(other);
        return left.Count == right.Count
            && left.All(property => right.TryGetValue(property.Key, out object? value) && IsSame(property.Value, value));
    }

    private static bool IsSame(object one, object other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : one.Equals(other);

    private static TableEntity Copy(TableEntity row) => new(Properties(row));

    private static Dictionary<string, object> Properties(TableEntity row) =>
        row.Where(property => property.Value is not null && !OfTheStore.Contains(property.Key)).ToDictionary();
}
