using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;
using FollowUp.Letters;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What lies in the bag for one post.</summary>
/// <param name="Letter">Packed before; null while nobody has.</param>
/// <param name="IsDelayed">Whether the channel is known never to have taken it, though it was tried.</param>
/// <param name="Notices">Those in the letter and those that came later, up to a limit.</param>
public sealed record OutboxBatch(Letter? Letter, bool IsDelayed, IReadOnlyList<NoticeRef> Notices)
{
    public bool IsEmpty => Letter is null && Notices.Count == 0;
}

/// <summary>
/// Which notices one person is to get in one letter, and the letter once it is packed. Only an index: whether a notice is still
/// to be sent, the ledger knows. Whatever lies here after its minute, some letter has still to deal with (law 1).
/// </summary>
public sealed class Outbox(TableClients tables, TimeProvider clock)
{
    private const string Delayed = nameof(Delayed);

    /// <summary>What the sweep takes on in one run. More wait only while no mail goes out at all, and nothing is late for it then.</summary>
    private const int PostsMax = 1_000;

    /// <summary>Letters of hundreds of notices each are few, and still many rows to read every minute.</summary>
    private const int RowsMax = 10_000;

    private readonly IndexWriter rows = new(tables.Postbag);
    private readonly OutboxReader reader = new(tables.Postbag, clock);
    private readonly LetterClaims claims = new(tables.Postbag);

    /// <summary>Where the last run came to, while there is more: so everybody's turn comes.</summary>
    private string reached = "";

    private TableClient Table => tables.Postbag;

    /// <summary>Before the ledger's rows are written: what the ledger never came to know goes away with its letter.</summary>
    public Task AddNotices(string agreement, IEnumerable<LedgerRow> notices, CancellationToken cancel)
    {
        List<(LetterKey Post, RungKey Key)> all = [.. notices.Select(row => (new LetterKey(row.SentTo!, row.Slot!), row.Key))];
        return Change(all.Select(one => one.Post), rows.Put(all.Select(one => Notice(one.Post, new(agreement, one.Key))), cancel));
    }

    /// <summary>Letters of minutes before that of <paramref name="before"/>: about a thousand of them, the others in later calls.</summary>
    public async Task<IReadOnlyList<LetterKey>> Overdue(Instant before, CancellationToken cancel)
    {
        HashSet<LetterKey> overdue = [];
        int seen = 0;
        string from = reached;
        reached = "";
        string query = $"PartitionKey gt '{from}' and PartitionKey lt '{TableKeys.DueBefore(before)}'";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(query, select: ["PartitionKey", "RowKey"], cancellationToken: cancel))
        {
            if ((overdue.Count >= PostsMax || seen++ >= RowsMax) && row.PartitionKey != from)
            {
                reached = from;
                break;
            }

            from = row.PartitionKey;
            _ = overdue.Add(new(TableKeys.ReaderOf(row.RowKey), from.Split('|')[0]));
        }

        return [.. overdue];
    }

    /// <summary>Whether any letter of a minute before that of <paramref name="before"/> is still to be handed over.</summary>
    public ValueTask<bool> IsWaiting(Instant before, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>($"PartitionKey lt '{TableKeys.DueBefore(before)}'", 1, ["PartitionKey"], cancel).AnyAsync(cancel);

    /// <summary>The letter and at most <paramref name="limit"/> notices of one slot.</summary>
    public async Task<OutboxBatch> Read(LetterKey letterKey, int limit, CancellationToken cancel)
    {
        IReadOnlyList<TableEntity> found = await reader.Open(letterKey, limit, cancel);
        TableEntity? letter = found.FirstOrDefault(row => row.RowKey == TableKeys.Letter(letterKey));
        return new(letter?.Read<Letter>(), letter?.GetBoolean(Delayed) == true, [.. found.Where(row => row != letter).Take(limit).Select(row => TableKeys.Posted(row.RowKey))]);
    }

    /// <summary>The packed letter; null where there is none, or no more.</summary>
    public async Task<Letter?> ReadLetter(LetterKey letterKey, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await Table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Bag(letterKey), TableKeys.Letter(letterKey), cancellationToken: cancel);
        return row.HasValue ? row.Value!.Read<Letter>() : null;
    }

    /// <summary>Says of a letter in that hand whether the channel is known never to have taken it.</summary>
    public Task SetDelayed(LetterKey letterKey, bool isDelayed, string hand, CancellationToken cancel) =>
        Change([letterKey], claims.Change(letterKey, hand, new() { [Delayed] = isDelayed }, cancel));

    /// <summary>Keeps the letter as it will be sent, however often that is tried, in the hand of whoever packs it.</summary>
    /// <returns>False where one is there already: it stays as it is, in the hand of whoever packed that.</returns>
    public async Task<bool> AddLetter(LetterKey letterKey, Letter letter, string hand, CancellationToken cancel)
    {
        Task<bool> adding = rows.Add(LetterClaims.Claimed(Row(letterKey, letter, isDelayed: false), hand, letter.WrittenAt), cancel);
        await Change([letterKey], adding);

        // It may be our own that is there, when an answer was lost.
        return await adding || await claims.Holds(letterKey, hand, cancel);
    }

    /// <summary>Takes a packed letter in hand, or keeps it there.</summary>
    /// <returns>False where somebody else has it in hand, or came to the end of it.</returns>
    public Task<bool> Take(LetterKey letterKey, string hand, Instant now, CancellationToken cancel) => claims.Take(letterKey, hand, now, cancel);

    /// <summary>The letter is out, or never will be: it goes, and the notices with it. What comes into the bag for this slot later makes another one.</summary>
    public Task RemoveLetter(LetterKey letterKey, IEnumerable<NoticeRef> notices, CancellationToken cancel) =>
        Change([letterKey], rows.Remove(TableKeys.Bag(letterKey), [.. notices.Select(notice => TableKeys.Notice(letterKey, notice)), TableKeys.Letter(letterKey)], cancel));

    public Task Take(LetterKey letterKey, IEnumerable<NoticeRef> notices, CancellationToken cancel) =>
        Change([letterKey], rows.Remove(TableKeys.Bag(letterKey), notices.Select(notice => TableKeys.Notice(letterKey, notice)), cancel));

    /// <summary>What a store kept of a post where earlier versions did, put where it is looked for now.</summary>
    internal async Task Adopt(LetterKey letterKey, IReadOnlyList<TableEntity> earlier, CancellationToken cancel)
    {
        string letter = $"{letterKey.Slot}|";
        await Change([letterKey], rows.Put(earlier.Select(row => row.RowKey == letter
            ? Row(letterKey, row.Read<Letter>(), row.GetBoolean(Delayed) == true)
            : Notice(letterKey, TableKeys.Posted(row.RowKey))), cancel));
        await rows.Remove(letterKey.Recipient, earlier.Select(row => row.RowKey), cancel);
    }

    /// <summary>Whatever came of writing to them, who opens them next reads them.</summary>
    private async Task Change(IEnumerable<LetterKey> letterKeys, Task writing)
    {
        try
        {
            await writing;
        }
        finally
        {
            foreach (LetterKey letterKey in letterKeys)
            {
                reader.Forget(letterKey);
            }
        }
    }

    /// <summary>All that there is to it is in its key.</summary>
    private static TableEntity Notice(LetterKey letterKey, NoticeRef notice) => new(TableKeys.Bag(letterKey), TableKeys.Notice(letterKey, notice));

    private static TableEntity Row(LetterKey letterKey, Letter letter, bool isDelayed) =>
        new TableEntity(TableKeys.Bag(letterKey), TableKeys.Letter(letterKey)) { [Delayed] = isDelayed }.With(letter);
}
