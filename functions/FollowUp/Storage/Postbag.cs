using Azure;
using Azure.Data.Tables;
using FollowUp.Following;
using FollowUp.Notices;

namespace FollowUp.Storage;

/// <summary>What lies in the bag for one post.</summary>
/// <param name="Letter">Packed before; null while nobody has.</param>
/// <param name="IsDelayed">Whether the channel is known not to have taken it when it was last tried.</param>
/// <param name="Notices">Those in the letter and those that came later, up to a limit.</param>
public sealed record Bag(Letter? Letter, bool IsDelayed, IReadOnlyList<Posted> Notices)
{
    public bool IsEmpty => Letter is null && Notices.Count == 0;
}

/// <summary>
/// Which notices one person is to get in one letter, and the letter once it is packed. Only an index: whether a notice is still
/// to be sent, the ledger knows.
/// </summary>
public sealed class Postbag(Tables tables)
{
    private const string Delayed = nameof(Delayed);

    private const int RowsPerRequest = 100;

    private readonly IndexTable rows = new(tables.Postbag);

    private TableClient Table => tables.Postbag;

    public Task Put(string recipient, string slot, string agreement, RungKey key, CancellationToken cancel) =>
        rows.Put(new TableEntity(recipient, Keys.Notice(slot, agreement, key)) { ["Agreement"] = agreement }.With(key), cancel);

    /// <summary>The letter and at most <paramref name="limit"/> notices of one slot.</summary>
    public async Task<Bag> Open(Post post, int limit, CancellationToken cancel)
    {
        (Letter? letter, bool isDelayed) = (null, false);
        List<Posted> notices = [];
        string query = $"{Keys.In(post.Recipient)} and {Keys.RowsFrom(post.Slot + "|")}";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(query, limit + 1, cancellationToken: cancel))
        {
            if (row.RowKey == Keys.Letter(post.Slot))
            {
                (letter, isDelayed) = (row.Read<Letter>(), row.GetBoolean(Delayed) == true);
            }
            else if (notices.Count < limit)
            {
                notices.Add(new(row.GetString("Agreement"), row.Read<RungKey>()));
            }
            else
            {
                break;
            }
        }

        return new(letter, isDelayed, notices);
    }

    /// <summary>The packed letter; null where there is none, or no more.</summary>
    public async Task<Letter?> Packed(Post post, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await Table.GetEntityIfExistsAsync<TableEntity>(post.Recipient, Keys.Letter(post.Slot), cancellationToken: cancel);
        return row.HasValue ? row.Value!.Read<Letter>() : null;
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

    /// <summary>The letter is out, or never will be: it goes, and the notices with it. What comes into the bag for this slot later makes another one.</summary>
    public Task Close(Post post, IEnumerable<Posted> notices, CancellationToken cancel) =>
        Remove(post.Recipient, [.. notices.Select(posted => Keys.Notice(post.Slot, posted.Agreement, posted.Key)), Keys.Letter(post.Slot)], cancel);

    public Task Take(Post post, IEnumerable<Posted> notices, CancellationToken cancel) =>
        Remove(post.Recipient, [.. notices.Select(posted => Keys.Notice(post.Slot, posted.Agreement, posted.Key))], cancel);

    /// <summary>In the order that is given: a crash in between leaves a letter without its notices, never notices without their letter.</summary>
    private async Task Remove(string recipient, IReadOnlyList<string> rows, CancellationToken cancel)
    {
        foreach (string[] some in rows.Chunk(RowsPerRequest))
        {
            try
            {
                _ = await Table.SubmitTransactionAsync(
                    some.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(recipient, row), ETag.All)), cancel);
            }
            catch (RequestFailedException failure) when (failure.Status == 404)
            {
                // One of them is gone already, and a transaction is all or nothing.
                foreach (string row in some)
                {
                    using Response answer = await Table.DeleteEntityAsync(recipient, row, ETag.All, cancel);
                }
            }
        }
    }
}
