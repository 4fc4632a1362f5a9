namespace FollowUp.Tests;

/// <summary>
/// A tenth of the random lives, and the same ones each time: a change that a random test notices, it notices early, and whether a
/// mutant lives must not depend on the draw.
/// </summary>
public static class Seeds
{
    public static void Each(int count, Action<Random> life)
    {
        for (int n = 0; n < Math.Max(1, count / 10); n++)
        {
            life(new Random(n * 7919));
        }
    }

    public static T One<T>(this Random random, params IReadOnlyList<T> options) => options[random.Next(options.Count)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;
}
