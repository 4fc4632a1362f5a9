using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Who hands a packed letter over: one at a time. Two may try the same letter, on LocalHost and on Azure: a host that is slow, or stood
/// still, has lost its place to another one and does not know it yet. The claim in the letter's row, a short lease, tells the two apart,
/// whatever their engine believes.
/// </summary>
internal sealed class LetterClaims(TableClient table)
{
    /// <summary>
    /// Longer than a hand-over takes that goes well; and shorter than the minute after which a letter is tried again that was not taken,
    /// also where two machines' clocks differ by seconds. Whoever finds it claimed looks again after 5, 15, 35 and 75 seconds.
    /// </summary>
    public static readonly Duration Lifetime = Duration.FromSeconds(50);

    /// <summary>Stored words: the names of the row's columns.</summary>
    private const string ClaimedBy = "Hand", ClaimedAt = nameof(ClaimedAt);

    /// <summary>A name that nobody else has: of one try.</summary>
    public static string NewClaim() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The row with the claim of whoever packs it.</summary>
    public static TableEntity Claimed(TableEntity row, string claim, Instant now)
    {
        (row[ClaimedBy], row[ClaimedAt]) = (claim, now.ToDateTimeOffset());
        return row;
    }

    /// <returns>False where somebody else has claimed the letter, or came to the end of it.</returns>
    public async Task<bool> Claim(LetterKey key, string claim, Instant now, CancellationToken cancel) =>
        await Find(key, cancel) is { } row
        && (IsHeldBy(claim, row) || !IsClaimed(row, now))
        && await Update(key, row, claim, Claimed(new(), claim, now), cancel);

    public async Task<bool> IsHeldBy(LetterKey key, string claim, CancellationToken cancel) =>
        await Find(key, cancel) is { } row && IsHeldBy(claim, row);

    /// <summary>Changes the row of a letter under that claim; nothing where it is under another.</summary>
    public async Task Update(LetterKey key, string claim, TableEntity changes, CancellationToken cancel) =>
        _ = await Find(key, cancel) is { } row && IsHeldBy(claim, row)
            && await Update(key, row, claim, Claimed(changes, claim, At(row)), cancel);

    private static bool IsHeldBy(string claim, TableEntity row) => row.GetString(ClaimedBy) == claim;

    private static bool IsClaimed(TableEntity row, Instant now) => now - At(row) < Lifetime;

    /// <summary>Letters that earlier versions packed were claimed by nobody.</summary>
    private static Instant At(TableEntity row) =>
        row.GetDateTimeOffset(ClaimedAt) is { } at ? Instant.FromDateTimeOffset(at) : Instant.MinValue;

    private async Task<bool> Update(LetterKey key, TableEntity row, string claim, TableEntity changes, CancellationToken cancel)
    {
        (changes.PartitionKey, changes.RowKey) = (TableKeys.Bag(key), TableKeys.Letter(key));
        try
        {
            using Response answer = await table.UpdateEntityAsync(changes, row.ETag, TableUpdateMode.Merge, cancel);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            // Somebody was faster; or the client sent it twice, and it is our own that is in the way.
            return await IsHeldBy(key, claim, cancel);
        }
    }

    private async Task<TableEntity?> Find(LetterKey key, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Bag(key), TableKeys.Letter(key), [ClaimedBy, ClaimedAt], cancel);
        return row.HasValue ? row.Value : null;
    }
}

/// <summary>Somebody else is handing the letter over, or did a moment ago: what becomes of it is theirs to write down.</summary>
public sealed class LetterClaimedException(LetterKey key) : Exception($"The letter of {key.Slot} to {key.Recipient} is in other hands.");
