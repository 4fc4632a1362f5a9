using Azure;
using Azure.Data.Tables;
using FollowUp.Concurrency;

namespace FollowUp.Storage;

/// <summary>
/// Rows that are put and removed whole, whoever put them before: an index. Whatever comes for one partition while a request is
/// under way goes as one with the next, in the order in which it came.
/// </summary>
internal sealed class IndexWriter
{
    private readonly TableClient table;
    private readonly KeyedBatcher<Write, bool> writes;

    public IndexWriter(TableClient table) =>
        (this.table, writes) = (table, new(Execute, AgreementTransaction.RowsMax, StoreUnavailableException.Is));

    private enum Way
    {
        Put,
        Add,
        Remove,
    }

    public Task Put(TableEntity row, CancellationToken cancel) => Put([row], cancel);

    /// <summary>Those of one partition together.</summary>
    public Task Put(IEnumerable<TableEntity> rows, CancellationToken cancel) => Task.WhenAll(
        rows.GroupBy(row => row.PartitionKey).SelectMany(its => writes.SubmitAll(its.Key, [.. its.Select(row => new Write(row, Way.Put))])))
            .WaitAsync(cancel);

    /// <returns>False where a row is there already: it stays as it is. It may be our own, when an answer was lost.</returns>
    public Task<bool> Add(TableEntity row, CancellationToken cancel) =>
        writes.Submit(row.PartitionKey, new(row, Way.Add)).WaitAsync(cancel);

    public Task Remove(string partition, string row, CancellationToken cancel) => Remove(partition, [row], cancel);

    /// <summary>In the order that is given. Rows that are gone already are what was wanted.</summary>
    public async Task Remove(string partition, IEnumerable<string> rows, CancellationToken cancel)
    {
        foreach (Write[] some in rows.Select(row => new Write(new(partition, row), Way.Remove)).Chunk(AgreementTransaction.RowsMax))
        {
            // A full request has room for nobody, and need not wait for others.
            await (some.Length == AgreementTransaction.RowsMax
                ? Execute(partition, some) : (Task)Task.WhenAll(writes.SubmitAll(partition, some))).WaitAsync(cancel);
        }
    }

    /// <returns>To each of them, whether it is as its writer wanted it.</returns>
    private async Task<IReadOnlyList<bool>> Execute(string partition, IReadOnlyList<Write> some)
    {
        // A transaction names each row once; the last word on it is the one that counts.
        List<Write> last = [.. some.Reverse().DistinctBy(write => write.Row.RowKey).Reverse()];
        HashSet<Write> landed = [.. last];
        if (last.Count == 1 || !await Together(last))
        {
            foreach (Write write in last)
            {
                if (!await Alone(write))
                {
                    _ = landed.Remove(write);
                }
            }
        }

        return [.. some.Select(landed.Contains)];
    }

    /// <returns>
    /// False where one of those to be removed is gone already, or one of those to be added is there: a transaction is all or nothing.
    /// </returns>
    private async Task<bool> Together(List<Write> some)
    {
        try
        {
            _ = await table.SubmitTransactionAsync(some.Select(write => write.Way switch
            {
                Way.Remove => new TableTransactionAction(TableTransactionActionType.Delete, write.Row, ETag.All),
                Way.Add => new(TableTransactionActionType.Add, write.Row),
                _ => new(TableTransactionActionType.UpsertReplace, write.Row),
            }));
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409)
        {
            return false;
        }
    }

    /// <returns>False where it was to be added, and is there.</returns>
    private async Task<bool> Alone(Write write)
    {
        try
        {
            // The client answers 404 to a removal without an exception.
            using Response answer = write.Way switch
            {
                Way.Remove => await table.DeleteEntityAsync(write.Row.PartitionKey, write.Row.RowKey, ETag.All),
                Way.Add => await table.AddEntityAsync(write.Row),
                _ => await table.UpsertEntityAsync(write.Row, TableUpdateMode.Replace),
            };
            return true;
        }
        catch (RequestFailedException failure) when (write.Way == Way.Add && failure.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Told apart by reference: two may wish the same.</summary>
    private sealed class Write(TableEntity row, Way way)
    {
        public TableEntity Row => row;

        public Way Way => way;
    }
}
