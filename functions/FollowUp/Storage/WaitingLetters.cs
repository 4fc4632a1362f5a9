using Azure.Data.Tables;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>A letter that is still to be handed over.</summary>
/// <param name="IsPacked">Whether anybody has begun to write it.</param>
/// <param name="IsDelayed">Whether the channel is known not to have taken it when it was last tried.</param>
public sealed record WaitingLetter(LetterKey Key, bool IsPacked, bool IsDelayed)
{
    /// <summary>
    /// Whether it may be tried out of turn. Of one whose last try came to no known end, some orchestration may have yet to write down that
    /// it went out.
    /// </summary>
    public bool MayBeTriedAgain => !IsPacked || IsDelayed;
}

/// <summary>What lies in the outbox, for those who look after it.</summary>
public sealed class WaitingLetters(TableClients tables)
{
    /// <summary>Younger ones are on their way.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(2);

    /// <summary>Letters of minutes before that of <paramref name="before"/>, the oldest first, at most <paramref name="limit"/>.</summary>
    /// <param name="recipient">Whose they are; null for everybody's.</param>
    public async Task<IReadOnlyList<WaitingLetter>> Read(
        Instant before, int limit, CancellationToken cancel, string? recipient = null)
    {
        // A letter's own row comes before its notices, and all of it together.
        List<WaitingLetter> waiting = [];
        string query = $"PartitionKey lt '{TableKeys.DueBefore(before)}'";
        await foreach (TableEntity row in tables.Postbag.QueryAsync<TableEntity>(
            query, select: ["PartitionKey", "RowKey", "Delayed"], cancellationToken: cancel))
        {
            LetterKey key = new(TableKeys.ReaderOf(row.RowKey), row.PartitionKey.Split('|')[0]);
            if ((waiting is [.., var last] && last.Key == key) || (recipient is not null && key.Recipient != recipient))
            {
                continue;
            }

            if (waiting.Count == limit)
            {
                break;
            }

            bool isPacked = row.RowKey == TableKeys.Letter(key);
            waiting.Add(new(key, isPacked, isPacked && row.GetBoolean("Delayed") == true));
        }

        return waiting;
    }
}
