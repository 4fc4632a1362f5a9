namespace FollowUp.LocalHost.TaskHub;

/// <summary>Someone else changed the instance after it was read: load it and decide again.</summary>
internal sealed class InstanceConflictException(string instance, Exception cause)
    : Exception($"Instance '{instance}' was changed by someone else.", cause);
