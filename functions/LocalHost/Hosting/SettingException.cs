namespace FollowUp.LocalHost.Hosting;

/// <summary>
/// A setting, or a file of them, cannot be followed. The message names it and the way out; it has no value that could be a secret.
/// </summary>
public sealed class SettingException(string message, Exception? cause = null) : InvalidOperationException(message, cause);
