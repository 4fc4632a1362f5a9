using Azure.Data.Tables;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Reads bags, and on a morning when hundreds are opened one after the other, with each some of those that lie behind it. What this
/// host writes into a bag, its next reader finds; what another host put there in the last moment before it was opened, the sweep does.
/// </summary>
internal sealed class OutboxReader
{
    /// <summary>A hundred bags or so, where each reader hears of an item or two. With many rows in each, what is read ahead is rarely what is opened next.</summary>
    private const int RowsPerPage = 200, RowsInFew = 10;

    /// <summary>From one to the next of those that are opened in a row.</summary>
    private static readonly Duration Fresh = Duration.FromSeconds(2);

    private readonly TableClient table;
    private readonly TimeProvider clock;

    /// <summary>One after the other, so that those who wait find what the first of them read.</summary>
    private readonly KeyedBatcher<Wish, IReadOnlyList<TableEntity>> opened;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Ahead> places = [];

    public OutboxReader(TableClient table, TimeProvider clock)
    {
        (this.table, this.clock) = (table, clock);
        opened = new(async (place, wishes) => [await Open(place, wishes[0])], most: 1);
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The rows of a bag in their order: all, or more than <paramref name="limit"/> of them.</summary>
    public Task<IReadOnlyList<TableEntity>> Open(LetterKey letterKey, int limit, CancellationToken cancel) => opened.Submit(TableKeys.Bag(letterKey), new(letterKey, limit)).WaitAsync(cancel);

    /// <summary>This bag has changed: whoever opens it next reads it.</summary>
    public void Forget(LetterKey letterKey)
    {
        lock (gate)
        {
            if (places.TryGetValue(TableKeys.Bag(letterKey), out Ahead? ahead))
            {
                _ = ahead.Bags.Remove(letterKey.Recipient);
                _ = ahead.Changed.Add(letterKey.Recipient);
            }
        }
    }

    private async Task<IReadOnlyList<TableEntity>> Open(string place, Wish wish)
    {
        if (Taken(place, wish.Post.Recipient) is { } known)
        {
            return known;
        }

        (Ahead ahead, bool isInARow) = Begin(place);
        Dictionary<string, List<TableEntity>> bags = await Read(place, wish, isInARow);
        _ = bags.Remove(wish.Post.Recipient, out List<TableEntity>? own);
        lock (gate)
        {
            ahead.HasFew = own is null or { Count: <= RowsInFew };
            foreach ((string recipient, List<TableEntity> bag) in bags.Where(bag => !ahead.Changed.Contains(bag.Key)))
            {
                ahead.Bags.Add(recipient, bag);
            }
        }

        return own ?? [];
    }

    private List<TableEntity>? Taken(string place, string recipient)
    {
        lock (gate)
        {
            return places.TryGetValue(place, out Ahead? ahead) && Now - ahead.At < Fresh && ahead.Bags.Remove(recipient, out List<TableEntity>? bag) ? bag : null;
        }
    }

    /// <returns>What to read into, and whether another small bag was opened there just now.</returns>
    private (Ahead Ahead, bool IsInARow) Begin(string place)
    {
        lock (gate)
        {
            foreach (string old in places.Where(other => Now - other.Value.At >= Fresh).Select(other => other.Key).ToList())
            {
                _ = places.Remove(old);
            }

            bool isInARow = places.GetValueOrDefault(place) is { HasFew: true };
            return (places[place] = new(Now), isInARow);
        }
    }

    /// <returns>The bag that was wished for, and those behind it that were read to their end.</returns>
    private async Task<Dictionary<string, List<TableEntity>>> Read(string place, Wish wish, bool isAhead)
    {
        Dictionary<string, List<TableEntity>> bags = [];
        string own = TableKeys.Letter(wish.Post);
        string query = $"{TableKeys.In(place)} and {(isAhead ? $"RowKey ge '{own}'" : TableKeys.RowsFrom(own))}";
        await foreach (Azure.Page<TableEntity> page in table.QueryAsync<TableEntity>(query, RowsPerPage).AsPages())
        {
            foreach (IGrouping<string, TableEntity> some in page.Values.GroupBy(row => TableKeys.ReaderOf(row.RowKey)))
            {
                bags[some.Key] = [.. bags.GetValueOrDefault(some.Key, []), .. some];
            }

            string? last = page.Values.Count > 0 ? TableKeys.ReaderOf(page.Values[^1].RowKey) : null;
            if (last is null || (last == wish.Post.Recipient && bags[last].Count <= wish.Limit))
            {
                continue;
            }

            if (last != wish.Post.Recipient && page.ContinuationToken is not null)
            {
                // The rest of it is on the next page.
                _ = bags.Remove(last);
            }

            break;
        }

        return bags;
    }

    private sealed record Wish(LetterKey Post, int Limit);

    /// <summary>What was read of a place, and which bags of it changed since that began.</summary>
    private sealed record Ahead(Instant At)
    {
        /// <summary>Whether the bag that was opened is a small one.</summary>
        public bool HasFew { get; set; }

        public Dictionary<string, List<TableEntity>> Bags { get; } = [];

        public HashSet<string> Changed { get; } = [];
    }
}
