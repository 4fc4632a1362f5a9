namespace FollowUp.Tables;

/// <summary>The file cannot be the store: its message says why, and the way out.</summary>
public sealed class StoreFileException(string message, Exception? cause = null) : Exception(message, cause);
