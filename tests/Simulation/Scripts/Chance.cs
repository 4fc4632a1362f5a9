namespace FollowUp.Simulation.Scripts;

/// <summary>What a seed decides.</summary>
public static class Chance
{
    public static T One<T>(this Random random, params IReadOnlyList<T> options) => options[random.Next(options.Count)];

    public static bool Is(this Random random, double probability) => random.NextDouble() < probability;

    /// <summary>One of them, each as often as its weight says.</summary>
    public static string Weighed(this Random random, params (string What, double Weight)[] options)
    {
        double pick = random.NextDouble() * options.Sum(option => option.Weight);
        foreach ((string what, double weight) in options)
        {
            if ((pick -= weight) < 0)
            {
                return what;
            }
        }

        return options[^1].What;
    }
}
