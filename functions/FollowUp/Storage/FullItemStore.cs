using Azure;
using Azure.Data.Tables;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>Marks items whose rows are full, so that every host, and whoever asks how the service is, knows of them.</summary>
public sealed class FullItemStore(TableClients tables)
{
    /// <summary>The first mark stands.</summary>
    public async Task Add(ItemRef item, Instant since, CancellationToken cancel)
    {
        try
        {
            TableEntity row = new(TableKeys.Pulse, TableKeys.Full(item.Agreement, item.Item)) { ["Since"] = since.ToDateTimeOffset() };
            using Response added = await tables.Calendars.AddEntityAsync(row, cancel);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // It is marked.
        }
    }

    public async Task<IReadOnlyList<(ItemRef Item, Instant Since)>> Read(CancellationToken cancel)
    {
        List<(ItemRef, Instant)> marked = [];
        string marks = $"{TableKeys.In(TableKeys.Pulse)} and {TableKeys.RowsFrom(TableKeys.FullItems)}";
        await foreach (TableEntity row in tables.Calendars.QueryAsync<TableEntity>(marks, cancellationToken: cancel))
        {
            string[] key = row.RowKey.Split('|');
            marked.Add((new(key[1], key[2]), Instant.FromDateTimeOffset(row.GetDateTimeOffset("Since")!.Value)));
        }

        return marked;
    }

    public async Task Remove(ItemRef item, CancellationToken cancel)
    {
        // Where it is gone already, the client answers without an exception.
        using Response gone = await tables.Calendars.DeleteEntityAsync(
            TableKeys.Pulse, TableKeys.Full(item.Agreement, item.Item), ETag.All, cancel);
    }
}
