namespace FollowUp.People;

/// <summary>A succession, as orchestrations name it.</summary>
/// <param name="At">When it begins.</param>
public sealed record SuccessionRef(string Person, int Number, DateTimeOffset At);

/// <summary>What one step of it is about.</summary>
public sealed record SuccessionStep(SuccessionRef Succession, string Agreement);
