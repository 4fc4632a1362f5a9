using System.Globalization;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// A hundred agreements whose items all come due at one moment: how fast the ledger has them all, how late the last one is, and how
/// fast the letters are out.
/// </summary>
internal static class BurstBenchmark
{
    public const int ItemsPerAgreement = 100;

    /// <summary>Signed for or not, a month before the due date each owner hears of it: next morning at nine.</summary>
    public const string DueOn = "2020-06-11";

    /// <summary>What a few items took says nothing.</summary>
    private const int ItemsMin = 1_000;

    public static readonly DateTimeOffset Assigned = new(2020, 5, 11, 10, 0, 0, SampleData.Offset);
    public static readonly DateTimeOffset Moment = new(2020, 5, 12, 9, 0, 0, SampleData.Offset);

    /// <summary>A letter has all that is said in a minute, and begins a second after it.</summary>
    public static readonly DateTimeOffset LettersBegin = Moment + TimeSpan.FromSeconds(61);

    /// <summary>Enough for what the clock's leap over the night wakes.</summary>
    public static readonly TimeSpan LeadTime = TimeSpan.FromSeconds(2);

    /// <param name="isCold">Whether the host is another one than that which registered them.</param>
    /// <param name="wakes">How often the clock of each was woken before.</param>
    public static async Task Measure(Store store, int items, bool isCold, int wakes, Report report)
    {
        AdjustableClock clock = new(Assigned);
        AppHost app = await AppHost.Start(store, clock);
        try
        {
            TimeSpan took = await BulkRegistration.Register(app, "burst", items, ItemsPerAgreement, _ => DueOn);
            report.Add($"{store.Name}: items registered and assigned, {ItemsPerAgreement} an agreement", items / took.TotalSeconds, "/s");
            await BulkRegistration.Wake(app, "burst", items, ItemsPerAgreement, wakes);
            if (isCold)
            {
                await app.DisposeAsync();
                app = await AppHost.Start(store, clock);
            }

            await Measure(app, store, items, report);
        }
        finally
        {
            await app.DisposeAsync();
        }

        await LedgerCheck.RequireSent(store, items);
    }

    /// <summary>Lets the moment come, and waits until the ledger has all rungs.</summary>
    /// <returns>How late each was, in seconds.</returns>
    public static async Task<Distribution> RunUntilDecided(AppHost app, int items)
    {
        await AdvanceToMoment(app);
        return await WaitUntilDecided(app, items);
    }

    /// <summary>Shortly before the moment, and then it.</summary>
    public static async Task AdvanceToMoment(AppHost app)
    {
        app.Clock.AdvanceTo(Moment - LeadTime);
        await app.WaitUntilIdle();
        app.Traffic.Reset();
        app.Letters.Reset();
        ProcessUsage.CollectGarbage();
        await app.Clock.WaitUntil(Moment);
    }

    public static async Task<Distribution> WaitUntilDecided(AppHost app, int items)
    {
        await Polling.Until(() => app.Traffic.Decided.Count >= items, $"{items} rungs decided");
        return new(app.Traffic.Decided.Times.Take(items).Select(at => (at - Moment).TotalSeconds));
    }

    /// <summary>Lets the minute be over, and waits until all letters are out and marked.</summary>
    public static async Task WaitUntilDelivered(AppHost app, int items)
    {
        await app.WaitUntilIdle();
        if (app.Clock.GetUtcNow() < LettersBegin)
        {
            app.Clock.AdvanceTo(LettersBegin);
        }

        await Polling.Until(() => app.Traffic.Marked.Count >= items, $"{items} rungs marked as sent");
        await app.WaitUntilIdle();
    }

    private static async Task Measure(AppHost app, Store store, int items, Report report)
    {
        await AdvanceToMoment(app);

        // A profiler is attached from now on.
        await Console.Error.WriteLineAsync($"{store.Name}: the moment has come.");
        using ProcessUsage usage = new();
        Distribution late = await WaitUntilDecided(app, items);
        AddDecisions(app, store, late, usage, items, report);
        IReadOnlyDictionary<string, int> untilDecided = app.Traffic.RequestsByKind;

        await WaitUntilDelivered(app, items);
        AddLetters(app, items, report);
        AddRequestsByKind(app, untilDecided, items, report);
        report.AddWithTarget("working set at its highest", usage.PeakMegabytes, "MB", Target.AtMost(500), items >= ItemsMin);
    }

    private static void AddDecisions(AppHost app, Store store, Distribution late, ProcessUsage usage, int items, Report report)
    {
        string name = $"{store.Name}: {items.ToString("#,0", CultureInfo.InvariantCulture)} items due at one moment";
        bool counts = items >= ItemsMin;
        report.AddWithTarget($"{name}: rungs decided", items / late.Max, "/s", Target.AtLeast(store.IsOneProcess ? 3_000 : 200), counts);
        report.Add("late: half of them", late.Percentile(50), "s");
        if (store.IsOneProcess)
        {
            report.AddWithTarget("late: 99 of 100", late.Percentile(99), "s", Target.AtMost(4), counts);
        }
        else
        {
            report.Add("late: 99 of 100", late.Percentile(99), "s");
        }

        report.Add("storage requests for each until it is decided", app.Traffic.Requests / (double)items, "");
        report.Add(
            "processor time for each until it is decided", usage.Processor.TotalMilliseconds / items, "ms",
            $"{usage.Processor.TotalSeconds / late.Max:0.0} processors busy; {usage.Paused / usage.Processor:P0} collecting garbage");
        report.Add("memory allocated for each until it is decided", usage.AllocatedKilobytes / items, "KB");
    }

    private static void AddLetters(AppHost app, int items, Report report)
    {
        IReadOnlyList<(DateTimeOffset At, int Notices)> letters = app.Letters.Arrived;
        double seconds = (app.Traffic.Marked.Times.Max() - letters.Min(letter => letter.At)).TotalSeconds;
        string name = $"letters sent and marked ({letters.Count} with {items} notices)";
        report.Add(name, letters.Count / seconds, "/s", $"{items / seconds:0} notices/s");
        report.Add("storage requests for each, with the letters", app.Traffic.Requests / (double)items, "");
    }

    private static void AddRequestsByKind(AppHost app, IReadOnlyDictionary<string, int> untilDecided, int items, Report report)
    {
        var frequent = app.Traffic.RequestsByKind.Where(kind => kind.Value >= items / 100.0).OrderByDescending(kind => kind.Value);
        foreach ((string kind, int count) in frequent)
        {
            double decided = untilDecided.GetValueOrDefault(kind) / (double)items;
            report.Add($"    {kind}", count / (double)items, "", $"{decided:0.00} until it is decided");
        }
    }
}
