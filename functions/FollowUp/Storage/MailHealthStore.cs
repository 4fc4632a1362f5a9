using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>The row that says since when no letter is taken, and why; all hosts share it. There is none while letters are taken.</summary>
public sealed class MailHealthStore(TableClients tables)
{
    /// <summary>Null where letters are taken.</summary>
    public async Task<MailTrouble?> Read(CancellationToken cancel)
    {
        NullableResponse<TableEntity> row =
            await tables.Calendars.GetEntityIfExistsAsync<TableEntity>(TableKeys.Pulse, TableKeys.Mail, cancellationToken: cancel);
        return row.HasValue ? Of(row.Value!) : null;
    }

    /// <summary>What the row says.</summary>
    internal static MailTrouble Of(TableEntity row) =>
        new(Instant.FromDateTimeOffset(row.GetDateTimeOffset("Since")!.Value), row.GetString("Why"));

    /// <summary>Where there is a row already, its beginning stays as it was first written; why is the newest word.</summary>
    public async Task Write(MailTrouble trouble, CancellationToken cancel)
    {
        try
        {
            TableEntity row = new(TableKeys.Pulse, TableKeys.Mail) { ["Since"] = trouble.Since.ToDateTimeOffset(), ["Why"] = trouble.Why };
            using Response added = await tables.Calendars.AddEntityAsync(row, cancel);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            TableEntity why = new(TableKeys.Pulse, TableKeys.Mail) { ["Why"] = trouble.Why };
            using Response merged = await tables.Calendars.UpdateEntityAsync(why, ETag.All, TableUpdateMode.Merge, cancel);
        }
    }

    public async Task Remove(CancellationToken cancel)
    {
        // Where it is gone already, the client answers without an exception.
        using Response gone = await tables.Calendars.DeleteEntityAsync(TableKeys.Pulse, TableKeys.Mail, ETag.All, cancel);
    }
}
