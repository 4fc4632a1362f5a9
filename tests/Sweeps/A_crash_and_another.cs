using System.Diagnostics;
using FollowUp.Sweeps.Rig;
using FollowUp.Sweeps.Scenarios;

namespace FollowUp.Sweeps;

/// <summary>
/// Two requests of one run go wrong: their host is killed after it, or their answer is lost, each with each. The second may
/// already be one of the host that took over.
/// </summary>
[Collection(Verdict.AllProcessors)]
public sealed class A_crash_and_another(ITestOutputHelper output)
{
    /// <summary>
    /// All pairs take minutes; a check takes as many as this of each scenario, others every time. <c>FOLLOWUP_PAIRS</c> says how many.
    /// </summary>
    private static readonly int RunsMax =
        int.Parse(Environment.GetEnvironmentVariable("FOLLOWUP_PAIRS") ?? "100", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Mode[] Modes = [Mode.KilledAfter, Mode.LosesAnswer];

    private static readonly IReadOnlyList<Scenario> Scenarios = [.. OfTheApp.All, .. OfTheClock.All, .. OfTheApp.InTwoSteps];

    [Theory]
    [InlineData("register")]
    [InlineData("advance-and-deliver")]
    [InlineData("report-and-confirm")]
    public async Task lose_nothing_and_repeat_nothing(string name)
    {
        Assert.SkipWhen(
            Replay.Asked is { } asked && (asked.Strikes.Count == 1 || !asked.IsOf(name)), $"{Replay.Variable} names another one.");
        Stopwatch watch = Stopwatch.StartNew();
        Sweep sweep = await Sweep.Of(Scenarios.Single(scenario => scenario.Name == name));
        int seed = Seed();
        List<Strike[]> all = [.. Pairs(sweep.Requests.Count)];
        Strike[][] some = Replay.Asked is { Strikes.Count: > 1 } replay ? [[.. replay.Strikes]] : Sampled(all, seed);
        Verdict verdict = await Verdict.Of(sweep, some);
        string told = $"{verdict.Told(watch.Elapsed)}; {some.Length} of {all.Count} pairs, FOLLOWUP_SEED={seed}";
        Console.WriteLine(told);
        output.WriteLine(told);
        verdict.Demand();
    }

    private static IEnumerable<Strike[]> Pairs(int calls) =>
        from first in Enumerable.Range(1, calls)
        from second in Enumerable.Range(first + 1, calls - first)
        from one in Modes
        from other in Modes
        select new[] { new Strike(first, one), new Strike(second, other) };

    private static Strike[][] Sampled(List<Strike[]> all, int seed)
    {
        Strike[][] shuffled = [.. all];
        new Random(seed).Shuffle(shuffled);
        return shuffled[..Math.Min(RunsMax, shuffled.Length)];
    }

    private static int Seed() =>
        Environment.GetEnvironmentVariable("FOLLOWUP_SEED") is { Length: > 0 } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
}
