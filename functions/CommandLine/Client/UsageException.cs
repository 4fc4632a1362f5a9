namespace FollowUp.CommandLine.Client;

/// <summary>What was asked for cannot be asked: its message names what is wrong, and the way out.</summary>
internal sealed class UsageException(string message) : Exception(message);
