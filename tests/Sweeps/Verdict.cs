using System.Collections.Concurrent;
using System.Globalization;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps;

/// <summary>What many runs of one scenario came to.</summary>
public sealed record Verdict(Sweep Sweep, IReadOnlyList<Ended> Runs)
{
    /// <summary>Each scenario takes all processors: one after the other.</summary>
    public const string AllProcessors = "all processors";

    /// <summary>Runs wait for each other's threads now and then, not for anything else.</summary>
    private static readonly int AtOnce = Environment.ProcessorCount + 1;

    /// <summary>Of more than these nobody reads the rest.</summary>
    private const int ToldMax = 12;

    private static readonly Lock Adding = new();

    /// <summary>Of all verdicts of this process: scenarios, calls, runs, violations.</summary>
    private static (int Scenarios, int Calls, int Runs, int Broken) sums;

    private List<Ended> Broken => [.. Runs.Where(run => run.Broken.Count > 0).OrderBy(run => run.Strikes[0].Call)];

    public static async Task<Verdict> Of(Sweep sweep, IEnumerable<IReadOnlyList<Strike>> runs)
    {
        ConcurrentBag<Ended> ended = [];
        await Parallel.ForEachAsync(
            runs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (strikes, _) => ended.Add(await sweep.Run(strikes)));
        return new(sweep, [.. ended]);
    }

    /// <summary>The counts, with those of all scenarios so far.</summary>
    public string Told(TimeSpan spent)
    {
        int missed = Runs.Count(run => run.Struck.Count < run.Strikes.Count);
        lock (Adding)
        {
            sums = (sums.Scenarios + 1, sums.Calls + Sweep.Requests.Count, sums.Runs + Runs.Count, sums.Broken + Broken.Count);
            return string.Create(CultureInfo.InvariantCulture,
                $"{Sweep.Scenario}: {Sweep.Requests.Count} calls, {Runs.Count} runs ({missed} in which not all strikes came), "
                    + $"{Broken.Count} violations, {spent.TotalSeconds:N1} s; so far {sums.Scenarios} scenarios, {sums.Calls} calls, "
                    + $"{sums.Runs} runs, {sums.Broken} violations");
        }
    }

    public void Demand()
    {
        if (Broken.Count > 0)
        {
            Assert.Fail(
                $"{Broken.Count} of {Runs.Count} runs break a "
                    + $"promise:\n{string.Join('\n', Broken.Take(ToldMax).Select(run => run.Told(Sweep.Scenario)))}");
        }
    }
}
