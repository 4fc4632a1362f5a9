using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Who hands a packed letter over: one at a time. Two may try the same letter, on LocalHost and on Azure: a host that is slow, or stood still, has
/// lost its place to another one, and does not know it yet. What is written into the letter's row tells the two apart, whatever their engine believes.
/// </summary>
internal sealed class LetterClaims(TableClient table)
{
    /// <summary>
    /// Longer than a hand-over takes that goes well; and shorter than the minute after which a letter is tried again that was not taken, also
    /// where two machines' clocks differ by seconds. Whoever finds it claimed looks again after 5, 15, 35 and 75 seconds.
    /// </summary>
    public static readonly Duration Lifetime = Duration.FromSeconds(50);

    private const string Hand = nameof(Hand);

    private const string ClaimedAt = nameof(ClaimedAt);

    /// <summary>A name that nobody else has: of one try.</summary>
    public static string NewHand() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The row with the claim of whoever packs it.</summary>
    public static TableEntity Claimed(TableEntity row, string hand, Instant now)
    {
        (row[Hand], row[ClaimedAt]) = (hand, now.ToDateTimeOffset());
        return row;
    }

    /// <summary>Takes the letter in hand, or keeps it there.</summary>
    /// <returns>False where somebody else has it in hand, or came to the end of it.</returns>
    public async Task<bool> Take(LetterKey letterKey, string hand, Instant now, CancellationToken cancel) =>
        await Find(letterKey, cancel) is { } row
        && (IsIn(hand, row) || !IsClaimed(row, now))
        && await Change(letterKey, row, hand, Claimed(new(), hand, now), cancel);

    /// <returns>Whether the letter is in that hand.</returns>
    public async Task<bool> Holds(LetterKey letterKey, string hand, CancellationToken cancel) => await Find(letterKey, cancel) is { } row && IsIn(hand, row);

    /// <summary>Changes the row of a letter that is in that hand; nothing where it is not.</summary>
    public async Task Change(LetterKey letterKey, string hand, TableEntity changes, CancellationToken cancel) =>
        _ = await Find(letterKey, cancel) is { } row && IsIn(hand, row) && await Change(letterKey, row, hand, Claimed(changes, hand, At(row)), cancel);

    private static bool IsIn(string hand, TableEntity row) => row.GetString(Hand) == hand;

    private static bool IsClaimed(TableEntity row, Instant now) => now - At(row) < Lifetime;

    /// <summary>Letters that earlier versions packed were claimed by nobody.</summary>
    private static Instant At(TableEntity row) => row.GetDateTimeOffset(ClaimedAt) is { } at ? Instant.FromDateTimeOffset(at) : Instant.MinValue;

    private async Task<bool> Change(LetterKey letterKey, TableEntity row, string hand, TableEntity changes, CancellationToken cancel)
    {
        (changes.PartitionKey, changes.RowKey) = (TableKeys.Bag(letterKey), TableKeys.Letter(letterKey));
        try
        {
            using Response answer = await table.UpdateEntityAsync(changes, row.ETag, TableUpdateMode.Merge, cancel);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            // Somebody was faster; or the client sent it twice, and it is our own that is in the way.
            return await Holds(letterKey, hand, cancel);
        }
    }

    private async Task<TableEntity?> Find(LetterKey letterKey, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Bag(letterKey), TableKeys.Letter(letterKey), [Hand, ClaimedAt], cancel);
        return row.HasValue ? row.Value : null;
    }
}

/// <summary>Somebody else is handing the letter over, or did a moment ago: what becomes of it is theirs to write down.</summary>
public sealed class LetterInOtherHandsException(LetterKey letterKey) : Exception($"The letter of {letterKey.Slot} to {letterKey.Recipient} is in other hands.");
