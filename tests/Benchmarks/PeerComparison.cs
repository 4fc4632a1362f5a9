using System.Globalization;
using FollowUp.Benchmarks.Peers;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// The same reminders, due at one moment, given out by FollowUp and by Quartz.NET: each over a SQLite file of its own, in this process,
/// one after the other, beginning with either in turn.
/// </summary>
internal static class PeerComparison
{
    /// <summary>How many times as many reminders a second FollowUp is to give out.</summary>
    private static readonly Target Faster = Target.AtLeast(3);

    /// <summary>Fewer say nothing about speed.</summary>
    private const int ItemsMin = 1_000;

    public static async Task Measure(int items, int turns, Report report)
    {
        // Unmeasured, until the runtime has compiled what either side needs.
        if (items >= ItemsMin)
        {
            await FollowUpReminders.Run(ItemsMin);
            await QuartzReminders.Run(ItemsMin);
        }

        List<PeerRun> ours = [];
        List<PeerRun> quartz = [];
        for (int turn = 0; turn < turns; turn++)
        {
            await Take(turn, items, ours, quartz);
            await Add(turn, ours[turn], quartz[turn], report);
        }

        AddMedians(items, ours, quartz, report);
    }

    /// <summary>What the first leaves to the machine (dirty pages, a hot processor) meets either side in turn.</summary>
    private static async Task Take(int turn, int items, List<PeerRun> ours, List<PeerRun> quartz)
    {
        if (turn % 2 == 0)
        {
            ours.Add(await FollowUpReminders.Run(items));
            quartz.Add(await QuartzReminders.Run(items));
        }
        else
        {
            quartz.Add(await QuartzReminders.Run(items));
            ours.Add(await FollowUpReminders.Run(items));
        }
    }

    private static async Task Add(int turn, PeerRun ours, PeerRun quartz, Report report)
    {
        double ratio = ours.RecordedPerSecond / quartz.RecordedPerSecond;
        string note = string.Create(CultureInfo.InvariantCulture, $"Quartz.NET {quartz.RecordedPerSecond:#,0} /s: {ratio:0.0} x");
        report.Add($"turn {turn + 1}: FollowUp, reminders recorded as given out", ours.RecordedPerSecond, "/s", note);

        // It takes minutes: whoever waits sees how far it is.
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"turn {turn + 1}: FollowUp {ours.RecordedPerSecond:#,0} /s, {note}"));
    }

    private static void AddMedians(int items, List<PeerRun> ours, List<PeerRun> quartz, Report report)
    {
        string name = $"{items.ToString("#,0", CultureInfo.InvariantCulture)} reminders due at one moment";
        foreach ((string side, List<PeerRun> runs) in (ReadOnlySpan<(string, List<PeerRun>)>)[("FollowUp", ours), ("Quartz.NET", quartz)])
        {
            report.Add($"{name}, {side}: recorded, median", Median(runs, run => run.RecordedPerSecond), "/s");
            report.Add("late: 99 of 100, median", Median(runs, run => run.Late.Percentile(99)), "s");
            report.Add("finished, median", Median(runs, run => run.FinishedPerSecond), "/s");
        }

        double recorded = MedianRatio(ours, quartz, run => run.RecordedPerSecond);
        double finished = MedianRatio(ours, quartz, run => run.FinishedPerSecond);
        report.AddWithTarget("FollowUp : Quartz.NET, recorded, median of the turns", recorded, "x", Faster, items >= ItemsMin);
        report.Add("FollowUp with its letters : Quartz.NET, finished, median of the turns", finished, "x");
    }

    private static double Median(List<PeerRun> runs, Func<PeerRun, double> figure) => new Distribution(runs.Select(figure)).Percentile(50);

    private static double MedianRatio(List<PeerRun> ours, List<PeerRun> quartz, Func<PeerRun, double> figure) =>
        new Distribution(ours.Zip(quartz, (one, other) => figure(one) / figure(other))).Percentile(50);
}
