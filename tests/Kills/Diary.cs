using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace FollowUp.Kills;

/// <summary>
/// What the killed process writes, such that anybody can tell afterwards whether something is missing: each writer one page after
/// the other, each page in one batch: a row of its own, the same number in some rows that every page changes, and an old page torn out.
/// </summary>
public static class Diary
{
    public const int Writers = 8;

    /// <summary>Ends each line about a page, so that a line that was cut off is not taken for another one.</summary>
    public const string Acknowledged = " kept";

    /// <summary>
    /// Such a page makes the disk work for longer than an answer needs to its reader: one given too early is out while its commit still
    /// may be lost.
    /// </summary>
    public const int LengthMax = 300_000;

    private const int Changing = 5;

    /// <summary>What one property takes, and a little less.</summary>
    private const int TextMax = 30_000;
    private const int PagesKept = 20;
    private const string Number = nameof(Number);

    public static TableClient Open(HttpPipelineTransport store) => new(
        Tables.SqliteTables.ConnectionString, "Diary",
        new TableClientOptions { Transport = store, Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false } });

    public static IEnumerable<TableTransactionAction> Page(int writer, int page, int length)
    {
        TableEntity written = new(Partition(writer), Key(page)) { [Number] = page };
        for (int text = 0; text * TextMax < length; text++)
        {
            written[$"Text{text}"] = new string('x', Math.Min(TextMax, length - (text * TextMax)));
        }

        yield return new(TableTransactionActionType.Add, written);
        for (int row = 0; row < Changing; row++)
        {
            yield return new(
                TableTransactionActionType.UpsertReplace, new TableEntity(Partition(writer), $"changing-{row}") { [Number] = page });
        }

        if (page > PagesKept)
        {
            yield return new(TableTransactionActionType.Delete, new TableEntity(Partition(writer), Key(page - PagesKept)));
        }
    }

    /// <returns>0 where nothing was written yet.</returns>
    public static async Task<int> LastPage(TableClient rows, int writer) =>
        (await rows.GetEntityIfExistsAsync<TableEntity>(Partition(writer), "changing-0")) is { HasValue: true, Value: { } row }
            ? row.GetInt32(Number)!.Value : 0;

    /// <summary>What is missing or halved, given the last page of which the writer heard that it is kept; null where nothing is.</summary>
    public static async Task<string?> Fault(TableClient rows, int writer, int acknowledged)
    {
        int last = await LastPage(rows, writer);
        SortedDictionary<string, int> found = new(StringComparer.Ordinal);
        await foreach (TableEntity row in rows.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition(writer)}"), select: [nameof(TableEntity.RowKey), Number]))
        {
            found.Add(row.RowKey, row.GetInt32(Number)!.Value);
        }

        SortedDictionary<string, int> expected = new(StringComparer.Ordinal);
        for (int row = 0; last > 0 && row < Changing; row++)
        {
            expected.Add($"changing-{row}", last);
        }

        for (int page = Math.Max(1, last - PagesKept + 1); page <= last; page++)
        {
            expected.Add(Key(page), page);
        }

        return last < acknowledged || last > acknowledged + 1 ? $"writer {writer} heard of page {acknowledged}, and the last one is {last}"
            : found.SequenceEqual(expected) ? null
            : $"writer {writer} left {string.Join(' ', found)} and not {string.Join(' ', expected)}";
    }

    private static string Partition(int writer) => string.Create(CultureInfo.InvariantCulture, $"writer-{writer}");

    private static string Key(int page) => string.Create(CultureInfo.InvariantCulture, $"page-{page:D8}");
}
