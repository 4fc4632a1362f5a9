using System.Globalization;

namespace FollowUp.Benchmarks;

/// <summary>What is to be reached: at least so much, or at most.</summary>
internal sealed record Target(double Value, bool IsMost)
{
    public static Target AtLeast(double value) => new(value, IsMost: false);

    public static Target AtMost(double value) => new(value, IsMost: true);

    /// <summary>More than this is no news.</summary>
    private const double RatioMax = 1_000;

    /// <summary>1 where it is just reached, more where there is room, less where it is not reached.</summary>
    public double Ratio(double value) => Math.Min(IsMost ? Value / value : value / Value, RatioMax);

    public override string ToString() => $"{(IsMost ? "at most" : "at least")} {Value.ToString("#,0.##", CultureInfo.InvariantCulture)}";
}
