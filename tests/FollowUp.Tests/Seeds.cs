using System.Globalization;

namespace FollowUp.Tests;

/// <summary>
/// Random tests that can be replayed: a failure names its seed, and <c>FOLLOWUP_SEED=…</c> in the environment runs that one alone.
/// </summary>
public static class Seeds
{
    private const string Variable = "FOLLOWUP_SEED";

    /// <summary>Does <paramref name="life"/> with <paramref name="count"/> seeds; with one where the environment names it.</summary>
    public static void Each(int count, Action<Random> life)
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        int first = named is null ? Environment.TickCount : int.Parse(named, CultureInfo.InvariantCulture);
        for (int n = 0; n < (named is null ? count : 1); n++)
        {
            int seed = unchecked(first + (n * 7919));
            try
            {
                life(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new SeedFailedException($"{Variable}={seed.ToString(CultureInfo.InvariantCulture)} replays this: {failure.Message}", failure);
            }
        }
    }

    public static T One<T>(this Random random, params IReadOnlyList<T> options) => options[random.Next(options.Count)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;
}

public sealed class SeedFailedException(string message, Exception cause) : Exception(message, cause);
