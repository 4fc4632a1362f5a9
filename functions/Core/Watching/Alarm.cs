using NodaTime;

namespace FollowUp.Watching;

/// <summary>Something that whoever runs the service has to see to.</summary>
/// <param name="Name">One of <see cref="AlarmNames"/>.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="Cause">What stands in the way, in English, where that is known. Ids at most: no address, nothing that people wrote.</param>
/// <param name="Count">How many are concerned, where they are counted.</param>
public sealed record Alarm(string Name, Instant Since, string? Cause = null, int? Count = null);
