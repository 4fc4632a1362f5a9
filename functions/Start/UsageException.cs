namespace FollowUp.Start;

/// <summary>What was asked for cannot be done: one sentence, with the way out in it.</summary>
internal sealed class UsageException(string message) : Exception(message);
