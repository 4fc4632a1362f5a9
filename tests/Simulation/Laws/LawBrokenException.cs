namespace FollowUp.Simulation.Laws;

/// <summary>The app did what the design says it never does, or did not do what it says it does.</summary>
/// <param name="law">Its number in docs/design.md §2, or a word where it has none.</param>
public sealed class LawBrokenException(string law, string what) : Exception($"law {law}: {what}")
{
    public string Law => law;
}
