using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>
/// Rows that are put and removed whole, whoever put them before: an index. Whatever comes for one partition while a request is
/// under way goes as one with the next.
/// </summary>
internal sealed class IndexTable
{
    private const int RowsMax = 100;

    private readonly TableClient table;
    private readonly Gathering<Write, bool> writes;

    public IndexTable(TableClient table) => (this.table, writes) = (table, new(Land, RowsMax));

    public Task Put(TableEntity row, CancellationToken cancel) => Put([row], cancel);

    /// <summary>Those of one partition together.</summary>
    public Task Put(IEnumerable<TableEntity> rows, CancellationToken cancel) => Task.WhenAll(
        rows.GroupBy(row => row.PartitionKey).SelectMany(its => writes.AskAll(its.Key, [.. its.Select(row => new Write(row, IsRemoval: false))]))).WaitAsync(cancel);

    /// <summary>A row that is gone already is what was wanted.</summary>
    public Task Remove(string partition, string row, CancellationToken cancel) =>
        writes.Ask(partition, new(new(partition, row), IsRemoval: true)).WaitAsync(cancel);

    private async Task<IReadOnlyList<bool>> Land(string partition, IReadOnlyList<Write> some)
    {
        // A transaction names each row once; the last word on it is the one that counts.
        List<Write> last = [.. some.Reverse().DistinctBy(write => write.Row.RowKey)];
        if (last.Count == 1 || !await Together(last))
        {
            foreach (Write write in last)
            {
                await Alone(write);
            }
        }

        return [.. some.Select(_ => true)];
    }

    /// <returns>False where one of those to be removed is gone already: a transaction is all or nothing.</returns>
    private async Task<bool> Together(List<Write> some)
    {
        try
        {
            _ = await table.SubmitTransactionAsync(some.Select(write => write.IsRemoval
                ? new TableTransactionAction(TableTransactionActionType.Delete, write.Row, ETag.All)
                : new TableTransactionAction(TableTransactionActionType.UpsertReplace, write.Row)));
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return false;
        }
    }

    private async Task Alone(Write write)
    {
        // The client answers 404 to a removal without an exception.
        using Response answer = write.IsRemoval
            ? await table.DeleteEntityAsync(write.Row.PartitionKey, write.Row.RowKey, ETag.All)
            : await table.UpsertEntityAsync(write.Row, TableUpdateMode.Replace);
    }

    private sealed record Write(TableEntity Row, bool IsRemoval);
}
