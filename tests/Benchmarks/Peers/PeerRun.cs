using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks.Peers;

/// <summary>One side in one turn.</summary>
/// <param name="Late">From the moment until a reminder was on the disk as given out, in seconds.</param>
/// <param name="FinishedSeconds">From the moment until nothing was left to do about any of them.</param>
internal sealed record PeerRun(Distribution Late, double FinishedSeconds)
{
    public double RecordedPerSecond => Late.Count / Late.Max;

    public double FinishedPerSecond => Late.Count / FinishedSeconds;
}
