using Azure.Data.Tables;

namespace FollowUp.Tests.Rig;

/// <summary>A town's tables, read past the app.</summary>
public sealed class Dump(string connection)
{
    private readonly TableServiceClient service = new(connection);

    public string Connection => connection;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every row of every table with its version: the same lines twice mean that nothing was written in between.</summary>
    public async Task<IReadOnlyList<string>> Everything()
    {
        List<string> lines = [];
        await foreach (Azure.Data.Tables.Models.TableItem table in service.QueryAsync(cancellationToken: Cancel))
        {
            lines.AddRange((await Rows(table.Name)).Select(row => $"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}"));
        }

        return lines;
    }

    public async Task<IReadOnlyList<TableEntity>> Rows(string table)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in Table(table).QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The task hub is lost with all its instances; for when no host runs.</summary>
    public async Task LoseHub()
    {
        using Azure.Response answer = await Table("FollowUpHub").DeleteAsync(Cancel);
    }

    public TableClient Table(string name) => service.GetTableClient(name);
}
