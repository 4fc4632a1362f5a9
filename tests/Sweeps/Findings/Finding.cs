using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Findings;

/// <summary>What a run came to.</summary>
/// <param name="Lines">What is written down in the end, without the moments of this run: the same in every run.</param>
/// <param name="Broken">What must not be in any run.</param>
public sealed record Finding(IReadOnlyList<string> Lines, IReadOnlyList<string> Broken)
{
    public static async Task<Finding> Of(Stage stage, Scenario scenario, IReadOnlySet<string> sentBefore)
    {
        List<string> broken = [.. await Unrest.Of(stage)];
        List<string> lines = [.. await Instances.Of(stage, broken)];
        if (scenario.IsOfTheEngine)
        {
            broken.AddRange(
                stage.Diary.Times.Where(one => one.Value > 1 + stage.Kills.Count)
                    .Select(one => $"{one.Key} was done {one.Value} times, and {stage.Kills.Count} hosts were killed"));
            lines.AddRange(stage.Diary.Times.Keys.Select(what => $"done: {what}"));
        }
        else
        {
            lines.AddRange(await Written.Of(stage));
            broken.AddRange(await Journals.Broken(stage));
            broken.AddRange(await Alarms.Missing(stage));
            broken.AddRange(await Letters.Broken(stage, sentBefore));
        }

        lines.Sort(StringComparer.Ordinal);
        return new(lines, broken);
    }

    /// <summary>What is wrong with <paramref name="other"/> where this is how it should be.</summary>
    public IEnumerable<string> Against(Finding other) =>
        other.Broken.Concat(Missing(Lines, other.Lines).Select(line => $"missing: {line}"))
            .Concat(Missing(other.Lines, Lines).Select(line => $"too much: {line}"));

    private static IEnumerable<string> Missing(IEnumerable<string> lines, IEnumerable<string> from)
    {
        Dictionary<string, int> there = from.GroupBy(line => line).ToDictionary(same => same.Key, same => same.Count());
        foreach (string line in lines)
        {
            int left = there.GetValueOrDefault(line);
            there[line] = left - 1;
            if (left <= 0)
            {
                yield return line;
            }
        }
    }
}
