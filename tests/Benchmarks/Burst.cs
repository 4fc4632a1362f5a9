using System.Globalization;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// A hundred agreements whose items all come due at one moment: how fast the ledger has them all, how late the last one is, and how
/// fast the letters are out.
/// </summary>
static class Burst
{
    const int ItemsPerAgreement = 100;

    /// <summary>What a few items took says nothing.</summary>
    const int Telling = 1_000;

    /// <summary>Signed for or not, a month before the due date each owner hears of it, next morning at nine.</summary>
    const string DueOn = "2020-06-11";

    static readonly DateTimeOffset Assigned = new(2020, 5, 11, 10, 0, 0, Ministry.Offset);
    static readonly DateTimeOffset Moment = new(2020, 5, 12, 9, 0, 0, Ministry.Offset);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task Measure(Store store, int items, bool isCold, Figures figures)
    {
        RunningClock clock = new(Assigned);
        App app = await App.Start(store, clock);
        try
        {
            TimeSpan took = await Crowd.Register(app, "burst", items, Math.Min(items, ItemsPerAgreement), _ => DueOn);
            figures.Add($"{store.Name}: items registered and assigned, {ItemsPerAgreement} an agreement", items / took.TotalSeconds, "/s");
            if (isCold)
            {
                await app.DisposeAsync();
                app = await App.Start(store, clock);
            }

            await Come(app, store, items, figures);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    static async Task Come(App app, Store store, int items, Figures figures)
    {
        string name = $"{store.Name}: {items.ToString("#,0", CultureInfo.InvariantCulture)} items due at one moment";
        app.Clock.PutForward(Moment - TimeSpan.FromSeconds(4));
        await app.Still();
        app.Traffic.Forget();
        app.Letters.Forget();
        Footprint.Tidy();
        await app.Clock.Reaches(Moment);
        await Console.Error.WriteLineAsync($"{name}: now.");
        using Footprint footprint = new();
        await Until(() => app.Traffic.Decided.Count >= items, $"{items} rungs decided");
        Decisions(name, app, footprint, items, store, figures);

        await app.Still();
        DateTimeOffset minuteIsOver = Moment + TimeSpan.FromMinutes(1);
        if (app.Clock.GetUtcNow() < minuteIsOver)
        {
            app.Clock.PutForward(minuteIsOver);
        }

        await Until(() => app.Traffic.Marked.Count >= items, $"{items} rungs marked as sent");
        await app.Still();
        Letters(app, items, figures);
        figures.Add("storage requests for each, with the letters", app.Traffic.Requests / (double)items, "");
        Kinds(app, items, figures);
        figures.Goal("working set at its highest", footprint.PeakMegabytes, "MB", Goal.AtMost(500), items >= Telling);
        await Ledger.Demand(store, items);
    }

    static void Decisions(string name, App app, Footprint footprint, int items, Store store, Figures figures)
    {
        Spread lateness = new(app.Traffic.Decided.Moments.Take(items).Select(at => (at - Moment).TotalSeconds));
        bool counts = items >= Telling;
        figures.Goal($"{name}: rungs decided", items / lateness.Max, "/s", Goal.AtLeast(store.IsOneProcess ? 3_000 : 200), counts);
        figures.Add("late: half of them", lateness.Percentile(50), "s");
        if (store.IsOneProcess)
        {
            figures.Goal("late: 99 of 100", lateness.Percentile(99), "s", Goal.AtMost(4), counts);
        }
        else
        {
            figures.Add("late: 99 of 100", lateness.Percentile(99), "s");
        }

        figures.Add("storage requests for each until it is decided", app.Traffic.Requests / (double)items, "");
        figures.Add("processor time for each until it is decided", footprint.Processor.TotalMilliseconds / items, "ms", $"of it {footprint.Paused / footprint.Processor:P0} collecting garbage");
        figures.Add("memory allocated for each until it is decided", footprint.AllocatedKilobytes / items, "KB");
    }

    static void Letters(App app, int items, Figures figures)
    {
        IReadOnlyList<(DateTimeOffset At, int Notices)> letters = app.Letters.Arrived;
        double seconds = (app.Traffic.Marked.Moments.Max() - letters.Min(letter => letter.At)).TotalSeconds;
        figures.Add($"letters sent and marked ({letters.Count} with {items} notices)", letters.Count / seconds, "/s", $"{items / seconds:0} notices/s");
    }

    static void Kinds(App app, int items, Figures figures)
    {
        foreach ((string kind, int count) in app.Traffic.Kinds.Where(kind => kind.Count >= items / 100.0))
        {
            figures.Add($"    {kind}", count / (double)items, "");
        }
    }

    static async Task Until(Func<bool> isSo, string what)
    {
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(5));
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + Patience;
        while (!isSo())
        {
            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new TimeoutException($"It was not so after {Patience}: {what}.");
            }

            await look.WaitForNextTickAsync();
        }
    }
}
