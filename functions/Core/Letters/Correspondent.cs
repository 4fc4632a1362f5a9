namespace FollowUp.Letters;

/// <summary>Somebody to write to.</summary>
/// <param name="Address">Null where the register has none.</param>
public sealed record Correspondent(string Name, string? Address);
