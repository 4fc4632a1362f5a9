namespace FollowUp.Storage.Moving;

/// <summary>Nothing is moved, or no further: why, and the way out.</summary>
public sealed class MoveRefusedException(string message) : Exception(message);
