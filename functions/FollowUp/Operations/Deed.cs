namespace FollowUp.Operations;

/// <summary>Whose act a call is.</summary>
/// <param name="Through">How they came to act; null where they did it themselves. A word of <see cref="Journal.Through"/>.</param>
public sealed record Deed(string By, string? Through);
