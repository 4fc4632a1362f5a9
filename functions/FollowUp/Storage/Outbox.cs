using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;
using FollowUp.Letters;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Which notices one person is to get in one letter, and the letter once it is packed. Only an index: whether a notice is still
/// to be sent, the ledger knows. Whatever lies here after its minute, some letter has still to deal with (law 1).
/// </summary>
public sealed class Outbox(TableClients tables)
{
    private const string Delayed = nameof(Delayed);

    /// <summary>
    /// What the sweep takes on in one run. More wait only while no mail goes out at all, and nothing is late for it then.
    /// </summary>
    private const int LettersMax = 1_000;

    /// <summary>Letters of hundreds of notices each are few, and still many rows to read every minute.</summary>
    private const int RowsMax = 10_000;

    /// <summary>
    /// Letters of one minute that are gathered at once: their orchestration repeats its history at each step, so that is kept short.
    /// </summary>
    private const int ReadersMax = 500;

    private readonly IndexWriter rows = new(tables.Postbag);
    private readonly LetterClaims claims = new(tables.Postbag);

    /// <summary>Where the last run came to, while there is more: so everybody's turn comes.</summary>
    private string reached = "";

    private TableClient Table => tables.Postbag;

    /// <summary>Before the ledger's rows are written: what the ledger never came to know goes away with its letter.</summary>
    public Task AddNotices(string agreement, IEnumerable<LedgerRow> notices, CancellationToken cancel) =>
        rows.Put(notices.Select(row => Notice(new(row.SentTo!, row.Slot!), new(agreement, row.Key))), cancel);

    /// <summary>Letters of minutes before that of <paramref name="before"/>: about a thousand of them, the others in later calls.</summary>
    public async Task<IReadOnlyList<LetterKey>> Overdue(Instant before, CancellationToken cancel)
    {
        HashSet<LetterKey> overdue = [];
        int seen = 0;
        string from = reached;
        reached = "";
        string query = $"PartitionKey gt '{from}' and PartitionKey lt '{TableKeys.DueBefore(before)}'";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(
            query, select: ["PartitionKey", "RowKey"], cancellationToken: cancel))
        {
            if ((overdue.Count >= LettersMax || seen++ >= RowsMax) && row.PartitionKey != from)
            {
                reached = from;
                break;
            }

            from = row.PartitionKey;
            _ = overdue.Add(new(TableKeys.ReaderOf(row.RowKey), from.Split('|')[0]));
        }

        return [.. overdue];
    }

    /// <summary>Whose letters of that minute lie here, by their bags: some hundreds of them, the others in later calls.</summary>
    /// <param name="after">Only those that come after; null for all.</param>
    public async Task<SlotReaders> ReadersOf(string slot, string? after, CancellationToken cancel)
    {
        LetterKey? last = after is null ? null : new(after, slot);
        string query = TableKeys.BagsFrom(slot, last);
        List<string> readers = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(
            query, select: ["PartitionKey", "RowKey"], cancellationToken: cancel))
        {
            string reader = TableKeys.ReaderOf(row.RowKey);
            if ((last is not null && TableKeys.IsUpTo(last, row.PartitionKey, row.RowKey)) || (readers.Count > 0 && readers[^1] == reader))
            {
                continue;
            }

            if (readers.Count == ReadersMax)
            {
                return new(readers, HasMore: true);
            }

            readers.Add(reader);
        }

        return new(readers, HasMore: false);
    }

    /// <summary>Whether any letter of a minute before that of <paramref name="before"/> is still to be handed over.</summary>
    public ValueTask<bool> IsWaiting(Instant before, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>($"PartitionKey lt '{TableKeys.DueBefore(before)}'", 1, ["PartitionKey"], cancel).AnyAsync(cancel);

    /// <summary>The letter and at most <paramref name="limit"/> notices.</summary>
    public async Task<OutboxBatch> Read(LetterKey key, int limit, CancellationToken cancel)
    {
        string query = $"{TableKeys.In(TableKeys.Bag(key))} and {TableKeys.RowsFrom(TableKeys.Letter(key))}";
        List<TableEntity> found = await Table.QueryAsync<TableEntity>(query, limit + 1, cancellationToken: cancel)
            .Take(limit + 1).ToListAsync(cancel);
        TableEntity? letter = found.Find(row => row.RowKey == TableKeys.Letter(key));
        return new(
            letter?.Read<Letter>(),
            letter?.GetBoolean(Delayed) == true,
            [.. found.Where(row => row != letter).Take(limit).Select(row => TableKeys.Posted(row.RowKey))]);
    }

    /// <summary>The packed letter; null where there is none, or no more.</summary>
    public async Task<Letter?> ReadLetter(LetterKey key, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await Table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Bag(key), TableKeys.Letter(key), cancellationToken: cancel);
        return row.HasValue ? row.Value!.Read<Letter>() : null;
    }

    /// <summary>Says of a letter under that claim whether the channel is known never to have taken it.</summary>
    public Task SetDelayed(LetterKey key, bool isDelayed, string claim, CancellationToken cancel) =>
        claims.Update(key, claim, new() { [Delayed] = isDelayed }, cancel);

    /// <summary>Keeps the letter as it will be sent, however often that is tried, under the claim of whoever packs it.</summary>
    /// <returns>False where one is there already: it stays as it is, under the claim of whoever packed that.</returns>
    public async Task<bool> AddLetter(LetterKey key, Letter letter, string claim, CancellationToken cancel) =>
        await rows.Add(LetterClaims.Claimed(Row(key, letter, isDelayed: false), claim, letter.WrittenAt), cancel)

        // It may be our own that is there, when an answer was lost.
        || await claims.IsHeldBy(key, claim, cancel);

    /// <summary>Claims a packed letter, or claims it once more.</summary>
    /// <returns>False where somebody else has claimed it, or came to the end of it.</returns>
    public Task<bool> Claim(LetterKey key, string claim, Instant now, CancellationToken cancel) => claims.Claim(key, claim, now, cancel);

    /// <summary>
    /// The letter is out, or never will be: it goes, and the notices with it. What comes into the outbox under this key later makes
    /// another one.
    /// </summary>
    public Task RemoveLetter(LetterKey key, IEnumerable<NoticeRef> notices, CancellationToken cancel) =>
        rows.Remove(TableKeys.Bag(key), [.. notices.Select(notice => TableKeys.Notice(key, notice)), TableKeys.Letter(key)], cancel);

    public Task RemoveNotices(LetterKey key, IEnumerable<NoticeRef> notices, CancellationToken cancel) =>
        rows.Remove(TableKeys.Bag(key), notices.Select(notice => TableKeys.Notice(key, notice)), cancel);

    /// <summary>What a store kept of a letter where earlier versions did, put where it is looked for now.</summary>
    internal async Task Adopt(LetterKey key, IReadOnlyList<TableEntity> earlier, CancellationToken cancel)
    {
        string letter = $"{key.Slot}|";
        await rows.Put(
            earlier.Select(row => row.RowKey == letter
                ? Row(key, row.Read<Letter>(), row.GetBoolean(Delayed) == true)
                : Notice(key, TableKeys.Posted(row.RowKey))),
            cancel);
        await rows.Remove(key.Recipient, earlier.Select(row => row.RowKey), cancel);
    }

    /// <summary>All that there is to it is in its key.</summary>
    private static TableEntity Notice(LetterKey key, NoticeRef notice) => new(TableKeys.Bag(key), TableKeys.Notice(key, notice));

    private static TableEntity Row(LetterKey key, Letter letter, bool isDelayed) =>
        new TableEntity(TableKeys.Bag(key), TableKeys.Letter(key)) { [Delayed] = isDelayed }.With(letter);
}

/// <summary>Some of those who have a letter in a minute.</summary>
/// <param name="HasMore">Whether others come after them.</param>
public sealed record SlotReaders(IReadOnlyList<string> Recipients, bool HasMore);
