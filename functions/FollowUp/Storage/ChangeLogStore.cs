using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>The log of changes as it is: its id, and the number of the line that is written next.</summary>
public sealed record ChangeLog(string Id, long Next)
{
    internal ETag Version { get; init; }
}

/// <summary>One line of the log: these entries of that journal, both ends included.</summary>
/// <param name="Number">From 1, without a gap.</param>
public sealed record ChangeLine(long Number, string Agreement, int From, int To);

/// <summary>
/// One order over the entries of all journals, for those who ask what is new. Each agreement is a partition of its own, and between
/// partitions no order exists until somebody makes one: a line of this log says which entries of one journal come next. The journals stay
/// the truth, and nothing of them is repeated here.
/// </summary>
public sealed class ChangeLogStore(TableClients tables)
{
    /// <summary>Each takes two rows of a transaction, and the log itself one.</summary>
    public const int LinesMax = (AgreementTransaction.RowsMax - 1) / 2;

    private TableClient Table => tables.People;

    /// <summary>Null where nobody began one.</summary>
    public async Task<ChangeLog?> Find(CancellationToken cancel)
    {
        NullableResponse<TableEntity> row =
            await Table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Changes, TableKeys.ChangeLog, cancellationToken: cancel);
        return row.HasValue ? Log(row.Value!) : null;
    }

    /// <summary>An empty log; where there is one, it stays.</summary>
    public async Task Begin(string id, CancellationToken cancel)
    {
        try
        {
            using Response added = await Table.AddEntityAsync(Row(new ChangeLog(id, 1)), cancel);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // Somebody began it before, or our own lost request did.
        }
    }

    /// <summary>The last entry of each journal that is in the log, by agreement.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Ends(CancellationToken cancel)
    {
        Dictionary<string, int> ends = [];
        string rows = $"{TableKeys.In(TableKeys.Changes)} and {TableKeys.RowsFrom(TableKeys.JournalEnds)}";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(rows, cancellationToken: cancel))
        {
            ends.Add(row.RowKey[TableKeys.JournalEnds.Length..], row.GetInt32("Seq")!.Value);
        }

        return ends;
    }

    /// <summary>Adds lines, all of them or none.</summary>
    /// <param name="log">As it was when <see cref="Ends"/> was read.</param>
    /// <returns>
    /// The log as it is then; null where somebody else wrote it first, or our own request did whose answer was lost: read it anew.
    /// </returns>
    public async Task<ChangeLog?> Append(ChangeLog log, IReadOnlyList<ChangeLine> lines, CancellationToken cancel)
    {
        List<TableTransactionAction> writes =
            [new(TableTransactionActionType.UpdateReplace, Row(log with { Next = log.Next + lines.Count }), log.Version)];
        foreach (ChangeLine line in lines)
        {
            writes.Add(new(TableTransactionActionType.Add, Row(line)));
            writes.Add(new(TableTransactionActionType.UpsertReplace,
                new TableEntity(TableKeys.Changes, TableKeys.JournalEnd(line.Agreement)) { ["Seq"] = line.To }));
        }

        try
        {
            Response<IReadOnlyList<Response>> answers = await Table.SubmitTransactionAsync(writes, cancel);
            return log with { Next = log.Next + lines.Count, Version = answers.Value[0].Headers.ETag!.Value };
        }
        catch (RequestFailedException other) when (other.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>The lines from one number on, in order, as far as the log went when it was read.</summary>
    public IAsyncEnumerable<ChangeLine> Lines(ChangeLog log, long from, CancellationToken cancel) =>
        Table.QueryAsync<TableEntity>(
            $"{TableKeys.In(TableKeys.Changes)} and RowKey ge '{TableKeys.ChangeLine(from)}' "
            + $"and RowKey lt '{TableKeys.ChangeLine(log.Next)}'",
            cancellationToken: cancel).Select(Line);

    private static TableEntity Row(ChangeLog log) =>
        new(TableKeys.Changes, TableKeys.ChangeLog) { ["Id"] = log.Id, ["Next"] = log.Next };

    private static TableEntity Row(ChangeLine line) => new(TableKeys.Changes, TableKeys.ChangeLine(line.Number))
    {
        ["Number"] = line.Number,
        ["Agreement"] = line.Agreement,
        ["From"] = line.From,
        ["To"] = line.To,
    };

    private static ChangeLog Log(TableEntity row) =>
        new(row.GetString("Id"), row.GetInt64("Next")!.Value) { Version = row.ETag };

    private static ChangeLine Line(TableEntity row) => new(
        row.GetInt64("Number")!.Value, row.GetString("Agreement"), row.GetInt32("From")!.Value, row.GetInt32("To")!.Value);
}
