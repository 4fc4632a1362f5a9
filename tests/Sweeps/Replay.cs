using System.Globalization;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps;

/// <summary>
/// One run alone: <c>FOLLOWUP_SWEEP="register 17 loses-answer 23 killed-after"</c>. Without strikes: all runs of the scenarios
/// whose names begin like that.
/// </summary>
public sealed record Replay(string Scenario, IReadOnlyList<Strike> Strikes)
{
    public const string Variable = "FOLLOWUP_SWEEP";

    public static Replay? Asked { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Of(text) : null;

    public bool IsOf(string scenario) => Strikes.Count > 0 ? scenario == Scenario : scenario.StartsWith(Scenario, StringComparison.Ordinal);

    private static Replay Of(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            words[0],
            [
                .. words.Skip(1).Chunk(2)
                    .Select(two => new Strike(
                        int.Parse(two[0], CultureInfo.InvariantCulture), Mode.All.Single(mode => mode.Name == two[1]))),
            ]);
    }
}
