using FollowUp.AzureEngine;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// The same items on LocalHost's engine and on Azure's, one after the other over one Azurite: all come due at one moment, and each is one
/// letter, as long as there are no more items than owners.
/// </summary>
internal static class EngineComparison
{
    /// <summary>As host.json has it; what an idle engine asks its queues is then no part of what a letter costs.</summary>
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);

    /// <summary>As host.json has it.</summary>
    private const int AtOnce = 200;

    private const int Partitions = 4;

    public static async Task Measure(int items, Report report)
    {
        await using Azurite azurite = await Azurite.Start();
        Store here = Store.EmulatorAt(azurite.NewAccount());
        await Measure("LocalHost's engine", here, null, items, report);
        Store there = Store.EmulatorAt(azurite.NewAccount());
        await Measure("Azure's engine", there, PlanFor(there), items, report);
    }

    public static EnginePlan PlanFor(Store store) => new(store.Connection)
    {
        Partitions = Partitions,
        Polling = PollingInterval,
        StepsAtOnce = AtOnce,
        ActivitiesAtOnce = AtOnce,
    };

    private static async Task Measure(string name, Store store, EnginePlan? plan, int items, Report report)
    {
        await using (AppHost app = await AppHost.Start(store, new(BurstBenchmark.Assigned), plan))
        {
            TimeSpan registered =
                await BulkRegistration.Register(app, "engines", items, BurstBenchmark.ItemsPerAgreement, _ => BurstBenchmark.DueOn);
            report.Add($"{name} over Azurite: items registered and assigned", items / registered.TotalSeconds, "/s");
            await BurstBenchmark.AdvanceToMoment(app);
            Count before = new(app);
            Distribution late = await BurstBenchmark.WaitUntilDecided(app, items);
            Count decided = new Count(app).Since(before);
            await BurstBenchmark.WaitUntilDelivered(app, items);
            AddResults(app, late, decided, new Count(app).Since(before), report);
        }

        await LedgerCheck.RequireSent(store, items);
    }

    private static void AddResults(AppHost app, Distribution late, Count decided, Count all, Report report)
    {
        IReadOnlyList<(DateTimeOffset At, int Notices)> letters = app.Letters.Arrived;
        int items = app.Traffic.Decided.Count;
        double seconds = (app.Traffic.Marked.Times.Max() - letters.Min(letter => letter.At)).TotalSeconds;
        report.Add($"rungs decided ({items} due at one moment)", items / late.Max, "/s");
        report.Add($"letters sent and marked ({letters.Count}, from the first to the last)", letters.Count / seconds, "/s");
        report.Add(
            "storage requests for each letter, from its rung to its mark",
            all.Requests / (double)letters.Count,
            "",
            $"{decided.Requests / (double)items:0.0} until the rung is decided; "
                + $"{all.Tables / (double)letters.Count:0.0} to tables of the app or of LocalHost");
    }

    /// <param name="Tables">Those that the app sends, and LocalHost's engine; Azure's sends its own.</param>
    private sealed record Count(int Requests, int Tables)
    {
        public Count(AppHost app)
            : this(app.Requests, app.Traffic.Requests)
        {
        }

        public Count Since(Count before) => new(Requests - before.Requests, Tables - before.Tables);
    }
}
