using System.Globalization;

namespace FollowUp.Tests;

/// <summary>
/// Random tests that can be replayed: a failure names its seed, and <c>FOLLOWUP_SEED=…</c> in the environment runs that one alone.
/// </summary>
public static class Seeds
{
    internal const string Variable = "FOLLOWUP_SEED";

    /// <summary>Does <paramref name="life"/> with <paramref name="count"/> seeds; with one where the environment names it.</summary>
    public static void Each(int count, Action<Random> life)
    {
        foreach (int seed in Some(count))
        {
            try
            {
                life(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new SeedFailedException(seed, failure);
            }
        }
    }

    /// <summary>The same for a life that takes its time.</summary>
    public static async Task Each(int count, Func<Random, Task> life)
    {
        foreach (int seed in Some(count))
        {
            try
            {
                await life(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new SeedFailedException(seed, failure);
            }
        }
    }

    private static IEnumerable<int> Some(int count)
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        int first = named is null ? Environment.TickCount : int.Parse(named, CultureInfo.InvariantCulture);
        return Enumerable.Range(0, named is null ? count : 1).Select(n => unchecked(first + (n * 7919)));
    }

    public static T One<T>(this Random random, params IReadOnlyList<T> options) => options[random.Next(options.Count)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;
}

public sealed class SeedFailedException(int seed, Exception cause)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{Seeds.Variable}={seed} replays this: {cause.Message}"), cause);
