using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What a sweep left when it came to its end.</summary>
/// <param name="OldestDueAt">Of what it could not move on, the moment that is longest ago.</param>
/// <param name="OldestLetterAt">The minute of the oldest letter that is still to be handed over.</param>
public sealed record SweepMark(Instant At, Instant? OldestDueAt, Instant? OldestLetterAt);

/// <summary>All that lies beside the pulse.</summary>
/// <param name="Sweep">Null where none has come to its end yet.</param>
/// <param name="Mail">Null where letters are taken.</param>
/// <param name="HasFullItems">Whether any item is marked as full, open or not.</param>
public sealed record PulseRows(SweepMark? Sweep, MailTrouble? Mail, bool HasFullItems);

/// <summary>
/// That the second clock goes, written after every sweep. It shows as well whether the store takes anything, in a quiet night, too
/// (<see cref="TableClients.Refuses"/>). Here and not where somebody asks, since reading changes nothing (law 17).
/// </summary>
public sealed class PulseStore(TableClients tables)
{
    public async Task Write(SweepMark mark, CancellationToken cancel)
    {
        TableEntity row = new(TableKeys.Pulse, TableKeys.Pulse) { ["SweptAt"] = mark.At.ToDateTimeOffset() };
        Add(row, "OldestDueAt", mark.OldestDueAt);
        Add(row, "OldestLetterAt", mark.OldestLetterAt);
        using Response written = await tables.Calendars.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    /// <summary>One request for all of it.</summary>
    public async Task<PulseRows> Read(CancellationToken cancel)
    {
        PulseRows read = new(null, null, HasFullItems: false);
        string beside = TableKeys.In(TableKeys.Pulse);
        await foreach (TableEntity row in tables.Calendars.QueryAsync<TableEntity>(beside, cancellationToken: cancel))
        {
            read = row.RowKey switch
            {
                TableKeys.Pulse => read with { Sweep = Mark(row) },
                TableKeys.Mail => read with { Mail = MailHealthStore.Of(row) },
                _ => read with { HasFullItems = true },
            };
        }

        return read;
    }

    /// <summary>Earlier versions wrote a row that says nothing.</summary>
    private static SweepMark? Mark(TableEntity row) =>
        Moment(row, "SweptAt") is { } at ? new(at, Moment(row, "OldestDueAt"), Moment(row, "OldestLetterAt")) : null;

    private static Instant? Moment(TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } at ? Instant.FromDateTimeOffset(at) : null;

    private static void Add(TableEntity row, string name, Instant? at)
    {
        if (at is { } moment)
        {
            row[name] = moment.ToDateTimeOffset();
        }
    }
}
