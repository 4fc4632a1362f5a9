namespace FollowUp.LocalHost.Engine;

/// <summary>This host's lease is too old to act by, and another host may have taken it; the next heartbeat finds out.</summary>
internal sealed class LeaseExpiredException(string hub) : Exception($"The lease of hub '{hub}' ran out and was not renewed yet.");
