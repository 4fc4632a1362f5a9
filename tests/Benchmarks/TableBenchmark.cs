using System.Diagnostics;
using Azure.Data.Tables;

namespace FollowUp.Benchmarks;

/// <summary>What a store itself can do. Everything else is measured against its transactions of four rows, eight at a time.</summary>
internal static class TableBenchmark
{
    public const int AtOnce = 8;

    /// <returns>Transactions per second.</returns>
    public static async Task<double> Measure(Store store, int count, Report report)
    {
        TableClient table = store.Table("Raw");
        await table.CreateAsync();
        // Unmeasured, until both sides have compiled what they need.
        await Write(table, "warm", count, AtOnce);
        double rate = await Rate(count, () => Write(table, "cold", count, AtOnce));
        report.Add($"{store.Name}: transactions of 4 rows, {AtOnce} at a time", rate, "/s");
        return rate;
    }

    /// <summary>How one commit that is shared by many pays; and what a row costs that is read by its keys.</summary>
    public static async Task MeasureSingles(Store store, int count, Report report)
    {
        TableClient table = store.Table("Single");
        await table.CreateAsync();
        foreach (int atOnce in (int[])[1, 16, 64])
        {
            int writes = Math.Max(count / 4, atOnce == 1 ? count / 4 : count);
            double rate = await Rate(writes, () => Each(writes, atOnce, (n, cancel) =>
                table.UpsertEntityAsync(Row($"{atOnce}-{n}", "row", n), TableUpdateMode.Replace, cancel)));
            report.Add($"{store.Name}: single rows written, {atOnce} at a time", rate, "/s");
        }

        foreach (int atOnce in (int[])[1, 16])
        {
            report.Add($"{store.Name}: rows read by key, {atOnce} at a time", await Rate(count, () => Each(count, atOnce, (n, cancel) =>
                table.GetEntityAsync<TableEntity>($"64-{n % count}", "row", cancellationToken: cancel))), "/s");
        }
    }

    private static Task Write(TableClient table, string name, int count, int atOnce) => Each(count, atOnce, (n, cancel) =>
        table.SubmitTransactionAsync(Enumerable.Range(0, 4).Select(row => Upsert(Row($"{name}-{n}", $"row-{row}", n))), cancel));

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableEntity Row(string partition, string key, int n) =>
        new(partition, key) { ["Text"] = new string('x', 300), ["Number"] = n };

    private static Task Each(int count, int atOnce, Func<int, CancellationToken, Task> call) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (n, cancel) => await call(n, cancel));

    private static async Task<double> Rate(int count, Func<Task> work)
    {
        long begun = Stopwatch.GetTimestamp();
        await work();
        return count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
