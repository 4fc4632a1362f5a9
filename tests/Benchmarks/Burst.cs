using System.Globalization;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// A hundred agreements whose items all come due at one moment: how fast the ledger has them all, how late the last one is, and how
/// fast the letters are out.
/// </summary>
static class Burst
{
    public const int ItemsPerAgreement = 100;

    /// <summary>Signed for or not, a month before the due date each owner hears of it: next morning at nine.</summary>
    public const string DueOn = "2020-06-11";

    /// <summary>What a few items took says nothing.</summary>
    const int Telling = 1_000;

    public static readonly DateTimeOffset Assigned = new(2020, 5, 11, 10, 0, 0, Ministry.Offset);
    static readonly DateTimeOffset Moment = new(2020, 5, 12, 9, 0, 0, Ministry.Offset);

    /// <summary>Enough for what the clock's leap over the night wakes.</summary>
    static readonly TimeSpan Before = TimeSpan.FromSeconds(2);

    /// <param name="isCold">Whether the host is another one than that which registered them.</param>
    /// <param name="wakes">How often the clock of each was woken before.</param>
    public static async Task Measure(Store store, int items, bool isCold, int wakes, Figures figures)
    {
        RunningClock clock = new(Assigned);
        App app = await App.Start(store, clock);
        try
        {
            TimeSpan took = await Crowd.Register(app, "burst", items, ItemsPerAgreement, _ => DueOn);
            figures.Add($"{store.Name}: items registered and assigned, {ItemsPerAgreement} an agreement", items / took.TotalSeconds, "/s");
            await Crowd.Wake(app, "burst", items, ItemsPerAgreement, wakes);
            if (isCold)
            {
                await app.DisposeAsync();
                app = await App.Start(store, clock);
            }

            await Measure(app, store, items, figures);
        }
        finally
        {
            await app.DisposeAsync();
        }

        await Rig.Ledger.Demand(store, items);
    }

    /// <summary>Lets the moment come, and waits until the ledger has all rungs.</summary>
    /// <returns>How late each was, in seconds.</returns>
    public static async Task<Spread> Come(App app, int items)
    {
        await Eve(app);
        return await Decide(app, items);
    }

    /// <summary>Shortly before the moment, and then it.</summary>
    public static async Task Eve(App app)
    {
        app.Clock.PutForward(Moment - Before);
        await app.Still();
        app.Traffic.Forget();
        app.Letters.Forget();
        Footprint.Tidy();
        await app.Clock.Reaches(Moment);
    }

    public static async Task<Spread> Decide(App app, int items)
    {
        await Patience.Until(() => app.Traffic.Decided.Count >= items, $"{items} rungs decided");
        return new(app.Traffic.Decided.Moments.Take(items).Select(at => (at - Moment).TotalSeconds));
    }

    /// <summary>Lets the minute be over, and waits until all letters are out and marked.</summary>
    public static async Task Deliver(App app, int items)
    {
        await app.Still();
        DateTimeOffset minuteIsOver = Moment + TimeSpan.FromMinutes(1);
        if (app.Clock.GetUtcNow() < minuteIsOver)
        {
            app.Clock.PutForward(minuteIsOver);
        }

        await Patience.Until(() => app.Traffic.Marked.Count >= items, $"{items} rungs marked as sent");
        await app.Still();
    }

    static async Task Measure(App app, Store store, int items, Figures figures)
    {
        await Eve(app);

        // Whoever wants to look into the process from outside, looks from now on.
        await Console.Error.WriteLineAsync($"{store.Name}: the moment has come.");
        using Footprint footprint = new();
        Spread late = await Decide(app, items);
        Decisions(app, store, late, footprint, items, figures);
        IReadOnlyDictionary<string, int> untilDecided = app.Traffic.Kinds;

        await Deliver(app, items);
        Letters(app, items, figures);
        Kinds(app, untilDecided, items, figures);
        figures.Goal("working set at its highest", footprint.PeakMegabytes, "MB", Goal.AtMost(500), items >= Telling);
    }

    static void Decisions(App app, Store store, Spread late, Footprint footprint, int items, Figures figures)
    {
        string name = $"{store.Name}: {items.ToString("#,0", CultureInfo.InvariantCulture)} items due at one moment";
        bool counts = items >= Telling;
        figures.Goal($"{name}: rungs decided", items / late.Max, "/s", Goal.AtLeast(store.IsOneProcess ? 3_000 : 200), counts);
        figures.Add("late: half of them", late.Percentile(50), "s");
        if (store.IsOneProcess)
        {
            figures.Goal("late: 99 of 100", late.Percentile(99), "s", Goal.AtMost(4), counts);
        }
        else
        {
            figures.Add("late: 99 of 100", late.Percentile(99), "s");
        }

        figures.Add("storage requests for each until it is decided", app.Traffic.Requests / (double)items, "");
        figures.Add("processor time for each until it is decided", footprint.Processor.TotalMilliseconds / items, "ms", $"{footprint.Processor.TotalSeconds / late.Max:0.0} processors busy; {footprint.Paused / footprint.Processor:P0} collecting garbage");
        figures.Add("memory allocated for each until it is decided", footprint.AllocatedKilobytes / items, "KB");
    }

    static void Letters(App app, int items, Figures figures)
    {
        IReadOnlyList<(DateTimeOffset At, int Notices)> letters = app.Letters.Arrived;
        double seconds = (app.Traffic.Marked.Moments.Max() - letters.Min(letter => letter.At)).TotalSeconds;
        figures.Add($"letters sent and marked ({letters.Count} with {items} notices)", letters.Count / seconds, "/s", $"{items / seconds:0} notices/s");
        figures.Add("storage requests for each, with the letters", app.Traffic.Requests / (double)items, "");
    }

    static void Kinds(App app, IReadOnlyDictionary<string, int> untilDecided, int items, Figures figures)
    {
        foreach ((string kind, int count) in app.Traffic.Kinds.Where(kind => kind.Value >= items / 100.0).OrderByDescending(kind => kind.Value))
        {
            figures.Add($"    {kind}", count / (double)items, "", $"{untilDecided.GetValueOrDefault(kind) / (double)items:0.00} until it is decided");
        }
    }
}
