namespace FollowUp.Benchmarks.Rig;

/// <summary>Measurements of the same thing, and how they are spread.</summary>
internal sealed class Distribution(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public int Count => sorted.Length;

    public double Max => sorted[^1];

    /// <summary>The smallest that so much of them does not exceed.</summary>
    public double Percentile(double percent) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100) - 1, 0, sorted.Length - 1)];
}
