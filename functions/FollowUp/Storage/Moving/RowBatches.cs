using Azure.Data.Tables;

namespace FollowUp.Storage.Moving;

/// <summary>Rows that come in the order of their keys, put into as few transactions as the store takes.</summary>
internal static class RowBatches
{
    /// <summary>The store takes 4 MiB in one transaction, some of which is frame.</summary>
    private const int BytesMax = 3 * 1024 * 1024;

    /// <summary>What is not ASCII is written as six characters.</summary>
    private const int EscapedLength = 6;

    /// <returns>How many were written.</returns>
    public static async Task<int> Write(TableClient table, IAsyncEnumerable<TableTransactionAction> actions, CancellationToken cancel)
    {
        (List<TableTransactionAction> batch, int bytes, int written) = ([], 0, 0);
        await foreach (TableTransactionAction action in actions.WithCancellation(cancel))
        {
            int more = BytesOf((TableEntity)action.Entity);
            if (batch.Count > 0 && (batch.Count == AgreementTransaction.RowsMax || bytes + more > BytesMax
                || batch[0].Entity.PartitionKey != action.Entity.PartitionKey))
            {
                written += await Submit(table, batch, cancel);
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += more;
        }

        return written + await Submit(table, batch, cancel);
    }

    private static async Task<int> Submit(TableClient table, List<TableTransactionAction> batch, CancellationToken cancel)
    {
        if (batch.Count > 0)
        {
            _ = await table.SubmitTransactionAsync(batch, cancel);
        }

        return batch.Count;
    }

    private static int BytesOf(TableEntity row) => row.Sum(property => property.Key.Length + property.Value switch
    {
        string text => text.Sum(letter => char.IsAscii(letter) ? 1 : EscapedLength),
        byte[] bytes => bytes.Length * 4 / 3,
        _ => 64,
    });
}
