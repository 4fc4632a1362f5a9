using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>The calendar address of a person or an agreement.</summary>
/// <param name="Generation">Which of those that it had; the secret follows from it, so that none lies in the store.</param>
/// <param name="IsOpen">Whether it shows anything; one that was withdrawn has no address until it is renewed.</param>
/// <param name="Since">When it became what it is.</param>
public sealed record StoredFeed(int Generation, bool IsOpen, Instant Since);

/// <summary>
/// Which calendar addresses there are. Each row is written where its address is made, renewed or withdrawn, and never else.
/// </summary>
public sealed class FeedStore(TableClients tables)
{
    private readonly WriteTurns turns = new();

    private TableClient Table => tables.People;

    /// <summary>Null where there never was one.</summary>
    public async Task<StoredFeed?> Find(string kind, string id, CancellationToken cancel) =>
        await Row(kind, id, cancel) is { HasValue: true, Value: { } row } ? Read(row) : null;

    /// <summary>Another address than ever before: whatever was one shows nothing from now on.</summary>
    public Task<StoredFeed> Renew(string kind, string id, Instant now, CancellationToken cancel) =>
        Write(kind, id, before => new((before?.Generation ?? 0) + 1, IsOpen: true, now), cancel);

    /// <summary>No address shows anything from now on. Where there is none, nothing is written.</summary>
    public async Task Withdraw(string kind, string id, Instant now, CancellationToken cancel)
    {
        if (await Find(kind, id, cancel) is { IsOpen: true })
        {
            _ = await Write(kind, id, before => new(before?.Generation ?? 0, IsOpen: false, now), cancel);
        }
    }

    private async Task<StoredFeed> Write(string kind, string id, Func<StoredFeed?, StoredFeed> change, CancellationToken cancel)
    {
        await foreach (int attempt in turns.Attempts(TableKeys.Feed(kind, id), cancel))
        {
            NullableResponse<TableEntity> row = await Row(kind, id, cancel);
            StoredFeed next = change(row.HasValue ? Read(row.Value!) : null);
            TableEntity written = new(TableKeys.Feeds, TableKeys.Feed(kind, id))
            {
                ["Generation"] = next.Generation,
                ["IsOpen"] = next.IsOpen,
                ["Since"] = next.Since.ToDateTimeOffset(),
            };
            try
            {
                using Response answer = row.HasValue
                    ? await Table.UpdateEntityAsync(written, row.Value!.ETag, TableUpdateMode.Replace, cancel)
                    : await Table.AddEntityAsync(written, cancel);
                return next;
            }
            catch (RequestFailedException other) when (other.Status is 409 or 412)
            {
                // Somebody else wrote in between, or our own lost request did: one step more does no harm, nobody has seen its address.
            }
        }

        throw new ContentionException($"The calendar address of {kind} {id}");
    }

    private Task<NullableResponse<TableEntity>> Row(string kind, string id, CancellationToken cancel) =>
        Table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Feeds, TableKeys.Feed(kind, id), cancellationToken: cancel);

    private static StoredFeed Read(TableEntity row) => new(
        row.GetInt32("Generation")!.Value, row.GetBoolean("IsOpen") == true,
        Instant.FromDateTimeOffset(row.GetDateTimeOffset("Since")!.Value));
}
