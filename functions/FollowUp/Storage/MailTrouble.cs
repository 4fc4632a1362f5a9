using NodaTime;

namespace FollowUp.Storage;

/// <summary>Since when no letter has been taken, and what stands in the way.</summary>
public sealed record MailTrouble(Instant Since, string Why);
