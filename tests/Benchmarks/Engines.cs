using FollowUp.AzureEngine;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// The same items on LocalHost's engine and on Azure's, one after the other over one Azurite: all come due at one moment, and each is one
/// letter, as long as there are no more items than owners.
/// </summary>
static class Engines
{
    /// <summary>As host.json has it; what an idle engine asks its queues is then no part of what a letter costs.</summary>
    static readonly TimeSpan Polling = TimeSpan.FromSeconds(5);

    /// <summary>As host.json has it.</summary>
    const int AtOnce = 200;

    const int Partitions = 4;

    public static async Task Measure(int items, Figures figures)
    {
        await using Azurite azurite = await Azurite.Start();
        Store here = Store.EmulatorAt(azurite.NewAccount());
        await Measure("LocalHost's engine", here, null, items, figures);
        Store there = Store.EmulatorAt(azurite.NewAccount());
        EnginePlan plan = new(there.Connection) { Partitions = Partitions, Polling = Polling, StepsAtOnce = AtOnce, ActivitiesAtOnce = AtOnce };
        await Measure("Azure's engine", there, plan, items, figures);
    }

    static async Task Measure(string name, Store store, EnginePlan? plan, int items, Figures figures)
    {
        await using (App app = await App.Start(store, new(Burst.Assigned), plan))
        {
            TimeSpan registered = await Crowd.Register(app, "engines", items, Burst.ItemsPerAgreement, _ => Burst.DueOn);
            figures.Add($"{name} over Azurite: items registered and assigned", items / registered.TotalSeconds, "/s");
            await Burst.Eve(app);
            Count before = new(app);
            Spread late = await Burst.Decide(app, items);
            Count decided = new Count(app).Since(before);
            await Burst.Deliver(app, items);
            Report(app, late, decided, new Count(app).Since(before), figures);
        }

        await Rig.Ledger.Demand(store, items);
    }

    static void Report(App app, Spread late, Count decided, Count all, Figures figures)
    {
        IReadOnlyList<(DateTimeOffset At, int Notices)> letters = app.Letters.Arrived;
        int items = app.Traffic.Decided.Count;
        double seconds = (app.Traffic.Marked.Moments.Max() - letters.Min(letter => letter.At)).TotalSeconds;
        figures.Add($"rungs decided ({items} due at one moment)", items / late.Max, "/s");
        figures.Add($"letters sent and marked ({letters.Count}, from the first to the last)", letters.Count / seconds, "/s");
        figures.Add(
            "storage requests for each letter, from its rung to its mark",
            all.Requests / (double)letters.Count,
            "",
            $"{decided.Requests / (double)items:0.0} until the rung is decided; {all.Tables / (double)letters.Count:0.0} to tables of the app or of LocalHost");
    }

    /// <param name="Tables">Those that the app sends, and LocalHost's engine; Azure's sends its own.</param>
    sealed record Count(int Requests, int Tables)
    {
        public Count(App app)
            : this(app.Requests, app.Traffic.Requests)
        {
        }

        public Count Since(Count before) => new(Requests - before.Requests, Tables - before.Tables);
    }
}
