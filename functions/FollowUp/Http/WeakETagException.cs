namespace FollowUp.Http;

/// <summary>If-Match compares strongly: a weak tag matches nothing.</summary>
public sealed class WeakETagException()
    : Exception("If-Match never matches a weak tag (W/\"…\"). Send the ETag as it was given, without W/.");
