using Azure.Data.Tables;
using FollowUp.Ledger;

namespace FollowUp.Storage;

/// <summary>
/// Postbags as stores kept them before 27 November 2026: a partition for each recipient, found by a mark in the index. Letters
/// that were under way when such a store was taken over by this version go out all the same.
/// </summary>
public sealed class LegacyOutbox(TableClients tables, Outbox postbag)
{
    /// <summary>The mark goes last: whoever dies in between is led here again.</summary>
    public async Task Adopt(LetterKey post, CancellationToken cancel)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in tables.Postbag.QueryAsync<TableEntity>($"{TableKeys.In(post.Recipient)} and {TableKeys.RowsFrom(post.Slot + "|")}", cancellationToken: cancel))
        {
            rows.Add(row);
        }

        await postbag.Adopt(post, rows, cancel);
        using Azure.Response answer = await tables.Due.DeleteEntityAsync(
            TableKeys.DueAt(post.Minute, post.Recipient), $"post|{post.Recipient}|{post.Slot}", Azure.ETag.All, cancel);
    }
}
