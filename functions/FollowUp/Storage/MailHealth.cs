using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>Since when no letter was taken, and what stands in the way.</summary>
public sealed record Trouble(Instant Since, string Why);

/// <summary>
/// Whether letters leave the house at all. A row says since when they do not: it is there for every host, and after each start.
/// Written when the first letter is not taken and removed when the next one is; in between and in good times nobody writes. That it
/// cannot be written down holds up no letter.
/// </summary>
public sealed partial class MailHealth(TableClients tables, TimeProvider clock, ILogger<MailHealth> log)
{
    /// <summary>
    /// What one host found may have ended, or begun, on another. The pulse looks every minute, on one of them; whoever hands over a letter
    /// elsewhere looks at most this often: by then at the latest everybody is warned of what is, and nobody of what is over.
    /// </summary>
    private static readonly Duration Known = Duration.FromMinutes(10);

    private readonly Lock gate = new();

    /// <summary>As this host saw it last; null where all was well.</summary>
    private string? seen;

    private Instant seenAt = Instant.MinValue;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>A letter was not taken.</summary>
    public Task RecordFailure(string why, Instant now, CancellationToken cancel)
    {
        lock (gate)
        {
            if (seen == why && now - seenAt < Known)
            {
                return Task.CompletedTask;
            }
        }

        _ = See(why, now);
        return Try(() => Write(why, now, cancel));
    }

    /// <summary>A letter was taken, or refused by a server that is there.</summary>
    public async Task RecordSuccess(Instant now, CancellationToken cancel)
    {
        lock (gate)
        {
            if (seen is null && now - seenAt < Known)
            {
                return;
            }
        }

        if (See(null, now) is not null || await IsThere(cancel))
        {
            await Try(() => Remove(cancel));
        }
    }

    /// <summary>What is the matter now; null where letters leave, for all that is known.</summary>
    public async Task<Trouble?> Read(CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await tables.Calendars.GetEntityIfExistsAsync<TableEntity>(TableKeys.Pulse, TableKeys.Mail, cancellationToken: cancel);
        Trouble? trouble = row.HasValue ? new(Instant.FromDateTimeOffset(row.Value!.GetDateTimeOffset("Since")!.Value), row.Value.GetString("Why")) : null;
        _ = See(trouble?.Why, Now);
        return trouble;
    }

    private async Task<bool> IsThere(CancellationToken cancel)
    {
        bool isThere = false;
        await Try(async () => isThere = await Read(cancel) is not null);
        return isThere;
    }

    /// <returns>What was seen before.</returns>
    private string? See(string? why, Instant now)
    {
        lock (gate)
        {
            string? before = seen;
            (seen, seenAt) = (why, now);
            return before;
        }
    }

    /// <summary>Since when stays as it was first written; why is the newest word.</summary>
    private async Task Write(string why, Instant now, CancellationToken cancel)
    {
        try
        {
            using Response added = await tables.Calendars.AddEntityAsync(new TableEntity(TableKeys.Pulse, TableKeys.Mail) { ["Since"] = now.ToDateTimeOffset(), ["Why"] = why }, cancel);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            using Response merged = await tables.Calendars.UpdateEntityAsync(new TableEntity(TableKeys.Pulse, TableKeys.Mail) { ["Why"] = why }, ETag.All, TableUpdateMode.Merge, cancel);
        }
    }

    private async Task Remove(CancellationToken cancel)
    {
        // Where it is gone already, the client answers without an exception.
        using Response gone = await tables.Calendars.DeleteEntityAsync(TableKeys.Pulse, TableKeys.Mail, ETag.All, cancel);
    }

    private async Task Try(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception failure) when (failure is StoreUnavailableException or RequestFailedException)
        {
            lock (gate)
            {
                // The next letter tells it again.
                (seen, seenAt) = (null, Instant.MinValue);
            }

            NotWritten(log, failure);
        }
    }

    [LoggerMessage(302, LogLevel.Warning, "Whether letters are taken could not be written down; the next letter does it")]
    private static partial void NotWritten(ILogger log, Exception failure);
}
