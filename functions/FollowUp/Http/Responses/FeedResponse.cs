using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>Where a calendar is found by programs that subscribe to it.</summary>
/// <param name="Address">Whoever has it reads the calendar; absent where there is none.</param>
/// <param name="Since">When it became the one that counts.</param>
public sealed record FeedResponse(string? Address, Instant? Since);
