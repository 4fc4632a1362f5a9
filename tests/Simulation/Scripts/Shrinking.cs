using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;

namespace FollowUp.Simulation.Scripts;

/// <summary>
/// Looks for the shortest script that still breaks the same law: leaves out items, then steps, by halves and ever smaller parts.
/// </summary>
public sealed class Shrinking(LawBrokenException broken, TimeSpan patience)
{
    private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();

    /// <summary>What the shortest script found breaks.</summary>
    public LawBrokenException Broken { get; private set; } = broken;

    public async Task<Script> Shortest(Script script)
    {
        List<Item> items = await Fewest([.. script.Items], some => Breaks(script.Of(some)));
        Script fewer = script.Of(items);
        Step[] fixedSteps = [.. fewer.Steps.Where(step => step is Registering or Adding)];
        List<Step> steps = await Fewest([.. fewer.Steps.Except(fixedSteps)], some => Breaks(fewer.With(In(fixedSteps, some))));
        Script shortest = fewer.With(In(fixedSteps, steps));
        List<Item> left = await Fewest([.. shortest.Items], some => Breaks(shortest.Of(some)));
        return shortest.Of(left);
    }

    private static IEnumerable<Step> In(IEnumerable<Step> some, IEnumerable<Step> others) => some.Concat(others).OrderBy(step => step.At);

    private async Task<List<T>> Fewest<T>(List<T> parts, Func<List<T>, Task<bool>> breaks)
    {
        for (int chunk = (parts.Count + 1) / 2; chunk > 0 && watch.Elapsed < patience;)
        {
            bool isShorter = false;
            for (int from = 0; from < parts.Count && watch.Elapsed < patience;)
            {
                List<T> without = [.. parts.Where((_, n) => n < from || n >= from + chunk)];
                if (await breaks(without))
                {
                    (parts, isShorter) = (without, true);
                }
                else
                {
                    from += chunk;
                }
            }

            chunk = isShorter && chunk == 1 ? 1 : chunk / 2;
        }

        return parts;
    }

    private async Task<bool> Breaks(Script script)
    {
        if (await Run.Of(script, new Tally()) is not { } again || again.Law != Broken.Law)
        {
            return false;
        }

        Broken = again;
        return true;
    }
}
