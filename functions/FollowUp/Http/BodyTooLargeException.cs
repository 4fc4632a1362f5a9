namespace FollowUp.Http;

/// <summary>More than the limit (law 20).</summary>
public sealed class BodyTooLargeException(int max) : Exception($"At most {max / 1024} KiB are taken, also of what was packed.");
