using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace FollowUp.Tests.Rig;

/// <summary>A town's tables, read past the app.</summary>
/// <param name="store">Carries the requests; null for HTTP.</param>
public sealed class Dump(string connection, HttpPipelineTransport? store = null)
{
    private readonly TableServiceClient service = new(connection, OptionsFor(store));

    public string Connection => connection;

    public HttpPipelineTransport? Store => store;

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

    /// <summary>All that counts of an app's rows: those of its hub, and what says something of this very store, do not.</summary>
    public async Task<IReadOnlyList<string>> Content()
    {
        List<string> lines = [];
        await foreach (Azure.Data.Tables.Models.TableItem table in service.QueryAsync(cancellationToken: Cancel))
        {
            if (table.Name is "FollowUpHub" or "Files")
            {
                continue;
            }

            lines.AddRange((await Rows(table.Name)).Where(row => row.PartitionKey != "~move" && row.RowKey != "~pulse").Select(row =>
                $"{table.Name} {string.Join(' ', row.Where(property => property.Key is not ("odata.etag" or "Timestamp"))
                    .OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}"))}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The task hub is lost with all its instances; for when no host runs.</summary>
    public async Task LoseHub()
    {
        using Azure.Response answer = await Table("FollowUpHub").DeleteAsync(Cancel);
    }

    public TableClient Table(string name) => service.GetTableClient(name);

    private static TableClientOptions OptionsFor(HttpPipelineTransport? store)
    {
        TableClientOptions options = new();
        options.Transport = store ?? options.Transport;
        return options;
    }
}
