namespace FollowUp.CommandLine.Client;

/// <summary>Nobody answered, not in time, or not as FollowUp does; later it may be otherwise.</summary>
internal sealed class UnreachableException(string message, Exception? cause = null) : Exception(message, cause);
