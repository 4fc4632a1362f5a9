using Azure;
using Azure.Data.Tables;
using FollowUp.Following;
using FollowUp.Notices;

namespace FollowUp.Storage;

/// <summary>
/// Which notices one person is to get in one letter, and the letter once it is packed. Only an index: whether a notice is still
/// to be sent, the ledger knows.
/// </summary>
public sealed class Postbag(Tables tables)
{
    private const string Delayed = nameof(Delayed);

    private TableClient Table => tables.Postbag;

    public Task Put(string recipient, string slot, string agreement, RungKey key, CancellationToken cancel) =>
        Table.UpsertEntityAsync(
            new TableEntity(recipient, Keys.Notice(slot, agreement, key)) { ["Agreement"] = agreement }.With(key), TableUpdateMode.Replace, cancel);

    /// <summary>The notices of one slot, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Posted>> Notices(Post post, int limit, CancellationToken cancel)
    {
        List<Posted> notices = [];
        string query = $"{Keys.In(post.Recipient)} and {Keys.RowsFrom(post.Slot + "|")}";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(query, limit, cancellationToken: cancel))
        {
            notices.Add(new(row.GetString("Agreement"), row.Read<RungKey>()));
            if (notices.Count == limit)
            {
                break;
            }
        }

        return notices;
    }

    public async Task Take(Post post, IEnumerable<Posted> notices, CancellationToken cancel)
    {
        foreach (Posted posted in notices)
        {
            using Response answer = await Table.DeleteEntityAsync(post.Recipient, Keys.Notice(post.Slot, posted.Agreement, posted.Key), ETag.All, cancel);
        }
    }

    public async Task<Letter?> Packed(Post post, CancellationToken cancel) => (await Waiting(post, cancel)).Letter;

    /// <summary>The packed letter, and whether the channel is known not to have taken it when it was last tried.</summary>
    public async Task<(Letter? Letter, bool IsDelayed)> Waiting(Post post, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await Table.GetEntityIfExistsAsync<TableEntity>(post.Recipient, Keys.Letter(post.Slot), cancellationToken: cancel);
        return row.HasValue ? (row.Value!.Read<Letter>(), row.Value!.GetBoolean(Delayed) == true) : (null, false);
    }

    public async Task Delay(Post post, bool isDelayed, CancellationToken cancel)
    {
        try
        {
            TableEntity mark = new(post.Recipient, Keys.Letter(post.Slot)) { [Delayed] = isDelayed };
            using Response answer = await Table.UpdateEntityAsync(mark, ETag.All, TableUpdateMode.Merge, cancel);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            // Another host came to the end of it first. A mark without its letter must not come into being.
        }
    }

    /// <summary>Keeps the letter as it will be sent, however often that is tried; a letter that is there already stays as it is.</summary>
    public async Task<Letter> Pack(Post post, Letter letter, CancellationToken cancel)
    {
        try
        {
            await Table.AddEntityAsync(new TableEntity(post.Recipient, Keys.Letter(post.Slot)) { [Delayed] = false }.With(letter), cancel);
            return letter;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return await Packed(post, cancel) ?? letter;
        }
    }

    /// <summary>The letter is out, or never will be; what comes into the bag for this slot later makes another one.</summary>
    public async Task Close(Post post, CancellationToken cancel)
    {
        using Response answer = await Table.DeleteEntityAsync(post.Recipient, Keys.Letter(post.Slot), ETag.All, cancel);
    }
}
