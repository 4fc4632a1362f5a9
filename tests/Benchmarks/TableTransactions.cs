using System.Diagnostics;
using Azure.Data.Tables;

namespace FollowUp.Benchmarks;

/// <summary>What the store itself can do: transactions of four rows, eight at a time. Everything else is measured against it.</summary>
static class TableTransactions
{
    public const int AtOnce = 8;

    public static async Task<double> Measure(string connection, int count, Figures figures)
    {
        TableClient table = new(connection, "Raw", new() { Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false } });
        await table.CreateAsync();
        // Unmeasured, until both sides have compiled what they need.
        await Write(table, "warm", count);
        long begun = Stopwatch.GetTimestamp();
        await Write(table, "cold", count);
        double rate = count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        figures.Add("raw transactions of 4 rows, 8 at a time", rate, "/s");
        return rate;
    }

    static Task Write(TableClient table, string name, int count) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, cancel) => await table.SubmitTransactionAsync(
            Enumerable.Range(0, 4).Select(row => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity($"{name}-{n}", $"row-{row}") { ["Text"] = new string('x', 300), ["Number"] = n })),
            cancel));
}
