using System.Diagnostics;
using FollowUp.Sweeps.Rig;
using FollowUp.Sweeps.Scenarios;

namespace FollowUp.Sweeps;

/// <summary>
/// Whatever befalls any one of the requests to the store: nothing that was acknowledged is lost, nothing is done or said twice, and
/// all comes to rest. Laws 1, 2, 3, 16 and 19.
/// </summary>
[Collection(Verdict.AllProcessors)]
public sealed class A_crash_at_every_call(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Scenario> Scenarios = [.. OfTheApp.All, .. OfTheClock.All, .. OfTheEngine.All];

    public static TheoryData<string> Names => [.. Scenarios.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task loses_nothing_and_repeats_nothing(string name)
    {
        Assert.SkipWhen(
            Replay.Asked is { } asked && (asked.Strikes.Count > 1 || !asked.IsOf(name)), $"{Replay.Variable} names another one.");
        Stopwatch watch = Stopwatch.StartNew();
        Sweep sweep = await Sweep.Of(Scenarios.Single(scenario => scenario.Name == name));
        IEnumerable<IReadOnlyList<Strike>> runs = Replay.Asked is { Strikes.Count: > 0 } replay
            ? [replay.Strikes]
            : sweep.Requests.SelectMany((request, n) => Mode.Of(request).Select(mode => (IReadOnlyList<Strike>)[new Strike(n + 1, mode)]));
        Verdict verdict = await Verdict.Of(sweep, runs);
        string told = verdict.Told(watch.Elapsed);
        Console.WriteLine(told);
        output.WriteLine(told);
        verdict.Demand();
    }
}
