using System.Collections.Concurrent;
using System.Diagnostics;
using FollowUp.Sweeps.Rig;
using FollowUp.Sweeps.Scenarios;

namespace FollowUp.Sweeps;

/// <summary>
/// Whatever befalls any one of the requests to the store: nothing that was acknowledged is lost, nothing is done or said twice, and
/// all comes to rest. Laws 1, 2, 3, 16 and 19.
/// </summary>
public sealed class A_crash_at_every_call(ITestOutputHelper output)
{
    /// <summary>Runs wait for each other's threads now and then, not for anything else.</summary>
    private static readonly int AtOnce = Environment.ProcessorCount + 1;

    /// <summary>Of more than these nobody reads the rest.</summary>
    private const int ToldMax = 12;

    private static readonly IReadOnlyList<Scenario> Scenarios = [.. OfTheApp.All, .. OfTheClock.All, .. OfTheEngine.All];

    public static TheoryData<string> Names => [.. Scenarios.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task loses_nothing_and_repeats_nothing(string name)
    {
        Assert.SkipWhen(Replay.Asked?.IsOf(name) == false, $"{Replay.Variable} names another one.");
        Stopwatch watch = Stopwatch.StartNew();
        Sweep sweep = await Sweep.Of(Scenarios.Single(scenario => scenario.Name == name));
        IEnumerable<IReadOnlyList<Strike>> runs = Replay.Asked is { Strikes.Count: > 0 } replay
            ? [replay.Strikes]
            : sweep.Requests.SelectMany((request, n) => Mode.Of(request).Select(mode => (IReadOnlyList<Strike>)[new Strike(n + 1, mode)]));
        await Judge(sweep, runs, watch);
    }

    private async Task Judge(Sweep sweep, IEnumerable<IReadOnlyList<Strike>> runs, Stopwatch watch)
    {
        ConcurrentBag<Ended> ended = [];
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (strikes, _) => ended.Add(await sweep.Run(strikes)));
        List<Ended> broken = [.. ended.Where(run => run.Broken.Count > 0).OrderBy(run => run.Strikes[0].Call)];
        int missed = ended.Count(run => run.Struck.Count < run.Strikes.Count);
        Say($"{sweep.Scenario}: {sweep.Requests.Count} calls, {ended.Count} runs ({missed} in which not all strikes came), {broken.Count} violations, {watch.Elapsed.TotalSeconds:N1} s");
        if (broken.Count > 0)
        {
            Assert.Fail($"{broken.Count} of {ended.Count} runs break a promise:\n{string.Join('\n', broken.Take(ToldMax).Select(run => run.Told(sweep.Scenario)))}");
        }
    }

    private void Say(string text)
    {
        Console.WriteLine(text);
        output.WriteLine(text);
    }
}
