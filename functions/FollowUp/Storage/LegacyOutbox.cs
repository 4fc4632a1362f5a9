using Azure.Data.Tables;
using FollowUp.Ledger;

namespace FollowUp.Storage;

/// <summary>
/// Postbags as stores kept them before 27 November 2026: a partition for each recipient, found by a mark in the index. Letters
/// that were under way when such a store was taken over by this version go out all the same.
/// </summary>
public sealed class LegacyOutbox(TableClients tables, Outbox outbox)
{
    /// <summary>The mark goes last: whoever dies in between is led here again.</summary>
    public async Task Adopt(LetterKey letterKey, CancellationToken cancel)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in tables.Postbag.QueryAsync<TableEntity>(
            $"{TableKeys.In(letterKey.Recipient)} and {TableKeys.RowsFrom(letterKey.Slot + "|")}", cancellationToken: cancel))
        {
            rows.Add(row);
        }

        await outbox.Adopt(letterKey, rows, cancel);
        using Azure.Response answer = await tables.Due.DeleteEntityAsync(
            TableKeys.DueAt(letterKey.Minute, letterKey.Recipient), $"post|{letterKey.Recipient}|{letterKey.Slot}", Azure.ETag.All, cancel);
    }
}
