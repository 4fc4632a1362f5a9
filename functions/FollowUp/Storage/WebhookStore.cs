using Azure;
using Azure.Data.Tables;
using FollowUp.Webhooks;

namespace FollowUp.Storage;

/// <summary>A webhook and the version of its row that was read.</summary>
public sealed record StoredWebhook(Webhook Webhook)
{
    internal ETag Version { get; init; }
}

/// <summary>The webhooks that there are, and how far each was told.</summary>
public sealed class WebhookStore(TableClients tables)
{
    private readonly WriteTurns turns = new();

    private TableClient Table => tables.People;

    public async Task<IReadOnlyList<StoredWebhook>> All(CancellationToken cancel) =>
        await Table.QueryAsync<TableEntity>(TableKeys.In(TableKeys.Webhooks), cancellationToken: cancel).Select(Read).ToListAsync(cancel);

    public async Task<StoredWebhook?> Find(string id, CancellationToken cancel) =>
        await Row(id, cancel) is { HasValue: true, Value: { } row } ? Read(row) : null;

    /// <returns>False where its id is taken.</returns>
    public async Task<bool> Add(Webhook webhook, CancellationToken cancel)
    {
        try
        {
            using Response added = await Table.AddEntityAsync(Row(webhook), cancel);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return false;
        }
    }

    /// <returns>
    /// As it is then; null where somebody else wrote or removed it since it was read, or our own request did whose answer was lost.
    /// </returns>
    public async Task<StoredWebhook?> Replace(StoredWebhook read, Webhook next, CancellationToken cancel)
    {
        try
        {
            using Response written = await Table.UpdateEntityAsync(Row(next), read.Version, TableUpdateMode.Replace, cancel);
            return new(next) { Version = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException other) when (other.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Changes it as it is now, whoever else writes it.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<Webhook> Change(string id, Func<Webhook, Webhook> change, CancellationToken cancel)
    {
        await foreach (int attempt in turns.Attempts(id, cancel))
        {
            StoredWebhook read = await Find(id, cancel) ?? throw Missing(id);
            if (await Replace(read, change(read.Webhook), cancel) is { } written)
            {
                return written.Webhook;
            }
        }

        throw new ContentionException($"Webhook {id}");
    }

    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<Webhook> Remove(string id, CancellationToken cancel)
    {
        StoredWebhook read = await Find(id, cancel) ?? throw Missing(id);
        using Response gone = await Table.DeleteEntityAsync(TableKeys.Webhooks, id, ETag.All, cancel);
        return read.Webhook;
    }

    public static NotFoundException Missing(string id) => new($"Webhook {id}");

    private static TableEntity Row(Webhook webhook) => new TableEntity(TableKeys.Webhooks, webhook.Id).With(webhook);

    private static StoredWebhook Read(TableEntity row) => new(row.Read<Webhook>()) { Version = row.ETag };

    private Task<NullableResponse<TableEntity>> Row(string id, CancellationToken cancel) =>
        Table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Webhooks, id, cancellationToken: cancel);
}
