using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>What people look at, among more and more items: how long it takes them, and what it asks of the store.</summary>
internal static class ReadBenchmark
{
    private const int CallsMax = 20;
    private const int UnmeasuredCalls = 2;

    /// <summary>A read that takes seconds is measured well enough by a few.</summary>
    private static readonly TimeSpan LongestMeasuring = TimeSpan.FromSeconds(10);

    private static readonly (string What, Func<AppHost, Task> Call)[] Calls =
    [
        ("one agreement",               app => Read(app, $"/api/agreements/{WaitingStores.Agreement(0)}")),
        ("one item",                    app => Read(app, $"/api/agreements/{WaitingStores.Agreement(0)}/items/item-007")),
        ("items of an owner",           app => Read(app, $"/api/items?owner={SampleData.Owner(7)}")),
        ("items of one who owns none",  app => Read(app, "/api/items?owner=desk")),
        ("items due before a date",     app => Read(app, "/api/items?dueBefore=2020-09-15")),
        ("items that are late: none",   app => Read(app, "/api/items?slip=red")),
        ("items of an agreement",       app => Read(app, $"/api/items?agreement={WaitingStores.Agreement(0)}")),
        ("the overview of all",          app => Read(app, "/api/overview")),
        ("the overview of two words",    app => Read(app, "/api/overview?q=protocol%20revise")),
        ("items in order, most urgent",  app => Read(app, "/api/items?sort=urgency&limit=40")),
        ("items in order, by title",     app => Read(app, "/api/items?sort=title&section=near&limit=40")),
        ("the board: page, overview, first items, people", Board),
    ];

    public static async Task Measure(WaitingStores waiting, IReadOnlyList<int> sizes, Report report)
    {
        // Unmeasured, until the runtime has compiled for good what a host compiles in its first minutes. A handful says nothing either way.
        if (sizes[0] >= 1_000)
        {
            await MeasureAmong(waiting, sizes[0], new());
        }

        double[][] halves = new double[sizes.Count][];
        for (int size = 0; size < sizes.Count; size++)
        {
            halves[size] = await MeasureAmong(waiting, sizes[size], report);
        }

        for (int read = 0; read < Calls.Length; read++)
        {
            string growth = string.Create(CultureInfo.InvariantCulture, $"times as long among {sizes[^1]:#,0} as among {sizes[0]:#,0}");
            report.Add($"{Calls[read].What}: {growth}", halves[^1][read] / halves[0][read], "x");
        }
    }

    /// <returns>How long half of each read took at most.</returns>
    private static async Task<double[]> MeasureAmong(WaitingStores waiting, int size, Report report)
    {
        await using Store store = await waiting.Open(size);
        await using AppHost app = await AppHost.Start(store, new(WaitingStores.Later));
        await app.WaitUntilIdle();
        double[] halves = new double[Calls.Length];
        for (int read = 0; read < Calls.Length; read++)
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"{store.Name}: {Calls[read].What}, {size:#,0} in all");
            halves[read] = await Measure(app, what, Calls[read].Call, report);
        }

        return halves;
    }

    /// <returns>How long half of them took at most.</returns>
    private static async Task<double> Measure(AppHost app, string what, Func<AppHost, Task> call, Report report)
    {
        for (int calls = 0; calls < UnmeasuredCalls; calls++)
        {
            await call(app);
        }

        app.Traffic.Reset();
        List<double> took = [];
        long begun = Stopwatch.GetTimestamp();
        while (took.Count < CallsMax && Stopwatch.GetElapsedTime(begun) < LongestMeasuring)
        {
            long before = Stopwatch.GetTimestamp();
            await call(app);
            took.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        double half = new Distribution(took).Percentile(50);
        double requests = app.Traffic.Requests / (double)took.Count;
        report.Add(what, half, "ms", string.Create(CultureInfo.InvariantCulture, $"{requests:0.0} storage requests"));
        return half;
    }

    private static async Task<JsonNode> Read(AppHost app, string path) => JsonNode.Parse(await app.Http.GetStringAsync(path))!;

    /// <summary>As the page itself does it.</summary>
    private static async Task Board(AppHost app)
    {
        await Task.WhenAll(app.Http.GetStringAsync("/board/"), Read(app, "/api/overview"), Read(app, "/api/people"));
        await Task.WhenAll(
            Read(app, "/api/items?section=near&limit=20"), Read(app, "/api/items?section=course&limit=20"),
            Read(app, "/api/items?awaits=*&limit=60"));
    }
}
