using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>One notice that a plan means for one person, by the naive reading.</summary>
/// <param name="Since">It is not said before.</param>
/// <param name="IsAbove">It goes to somebody above the one whom the ladder is aimed at, and waits for their notice.</param>
/// <param name="Skip">Why it is never sent.</param>
public sealed record Line(
    string Ladder, int Revision, string Rung, int Occurrence, string To, string Role, Instant Planned, LocalDate Day, Instant Since,
    bool IsAbove, string? Skip)
{
    public string Key => $"{Ladder}/{Revision}/{Rung}/{Occurrence}/{To}";

    /// <summary>Of one ladder and anchor.</summary>
    public string Ladders => $"{Ladder}/{Revision}";
}
