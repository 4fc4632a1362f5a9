using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Tables;

namespace FollowUp.Processes.Rig;

/// <summary>What lies in the tables that nobody sees over HTTP: bags that should be empty, and the clocks' own rows.</summary>
internal static class Remains
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Waits until every letter is out and every run has come to rest; what a killed host left is swept up within minutes.
    /// </summary>
    public static async Task AreAtRest(string store, CancellationToken cancel)
    {
        string? unrest = "nobody looked";
        try
        {
            using PeriodicTimer again = new(LookAgain);
            while (await again.WaitForNextTickAsync(cancel) && (unrest = await Unrest(store, cancel)) is not null)
            {
                // The sweep comes round every minute.
            }
        }
        catch (OperationCanceledException)
        {
            unrest.Should().BeNull("everything comes to rest");
        }
    }

    private static async Task<string?> Unrest(string store, CancellationToken cancel)
    {
        if (store.Contains("TableEndpoint=", StringComparison.Ordinal))
        {
            return await Unrest(store, null, cancel);
        }

        // As it is now, while a host is at it.
        string copy = Path.Combine(Places.Folder(), "copy.db");
        SqliteTables.Backup(store, copy);
        using SqliteTables file = new(copy, TimeProvider.System);
        return await Unrest(SqliteTables.ConnectionString, file, cancel);
    }

    private static async Task<string?> Unrest(string connection, HttpPipelineTransport? transport, CancellationToken cancel)
    {
        List<TableEntity> hub = await Rows(connection, "FollowUpHub", transport, cancel);
        IEnumerable<string> inBags = (await Rows(connection, "Postbag", transport, cancel))
            .Select(row => $"{row.PartitionKey} has {row.RowKey} in the bag");
        IEnumerable<string> unread = hub.Where(row => row.RowKey.StartsWith("inbox|", StringComparison.Ordinal))
            .Select(row => $"{row.PartitionKey} has not read {row.RowKey}");
        IEnumerable<string> running = hub.Where(row => row.RowKey.StartsWith("instance|", StringComparison.Ordinal) && !IsAtRest(row))
            .Select(row => $"{row.PartitionKey} is {row.GetString("Status")}");
        return inBags.Concat(unread).Concat(running).FirstOrDefault();
    }

    /// <summary>A letter's clock ends with it; an item's goes on until the item is closed.</summary>
    private static bool IsAtRest(TableEntity instance) => instance.GetString("Status") switch
    {
        "Completed" => true,
        "Running" => instance.PartitionKey.StartsWith("item.", StringComparison.Ordinal),
        _ => false,
    };

    private static async Task<List<TableEntity>> Rows(
        string connection, string table, HttpPipelineTransport? transport, CancellationToken cancel)
    {
        TableClientOptions options = new() { Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false } };
        options.Transport = transport ?? options.Transport;
        List<TableEntity> rows = [];
        await foreach (TableEntity row in new TableClient(connection, table, options).QueryAsync<TableEntity>(cancellationToken: cancel))
        {
            rows.Add(row);
        }

        return rows;
    }
}
