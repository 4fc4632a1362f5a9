using FollowUp.Sweeps.Findings;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps;

/// <summary>A scenario as it goes when nothing befalls it, to hold against every run that something befalls.</summary>
public sealed class Sweep
{
    private readonly Scene scene;
    private readonly IReadOnlySet<string> sentBefore;
    private readonly Finding calm;

    private Sweep(Scenario scenario, Scene scene, IReadOnlySet<string> sentBefore, Finding calm, IReadOnlyList<string> requests) =>
        (Scenario, this.scene, this.sentBefore, this.calm, Requests) = (scenario, scene, sentBefore, calm, requests);

    public Scenario Scenario { get; }

    /// <summary>What the undisturbed run asked of the store, in order.</summary>
    public IReadOnlyList<string> Requests { get; }

    public static async Task<Sweep> Of(Scenario scenario)
    {
        Scene scene = await Stage.Prepare(scenario);
        IReadOnlySet<string> sentBefore = await Findings.Letters.Sent(Stage.Of(scenario, scene));
        await using Stage stage = Stage.Of(scenario, scene);
        await stage.Play([]);
        Finding calm = await Finding.Of(stage, scenario, sentBefore);
        calm.Broken.Should().BeEmpty($"nothing befell {scenario}");
        Sweep sweep = new(scenario, scene, sentBefore, calm, stage.Requests);
        (await sweep.Run([])).Broken.Should().BeEmpty($"what comes of {scenario} undisturbed is always the same");
        return sweep;
    }

    public async Task<Ended> Run(IReadOnlyList<Strike> strikes)
    {
        await using Stage stage = Stage.Of(Scenario, scene);
        try
        {
            await stage.Play(strikes);
            return new(strikes, stage.Struck, [.. calm.Against(await Finding.Of(stage, Scenario, sentBefore))]);
        }
        catch (Exception failure)
        {
            // It is told of like any other broken promise, with the run that shows it.
            return new(strikes, stage.Struck, [failure is PromiseBrokenException ? failure.Message : failure.ToString()]);
        }
    }
}

/// <summary>A run that came to its end.</summary>
public sealed record Ended(IReadOnlyList<Strike> Strikes, IReadOnlyList<Struck> Struck, IReadOnlyList<string> Broken)
{
    private const int LineMax = 400;

    public string Told(Scenario scenario) =>
        $"{scenario}, {string.Join(", then ", Struck)}:\n      "
            + $"{string.Join("\n      ", Broken.Select(line => line.Length > LineMax ? line[..LineMax] + "…" : line))}\n    "
            + $"{Replay.Variable}=\"{scenario} {string.Join(' ', Strikes)}\" replays this";
}
