using NodaTime;

namespace FollowUp;

public static class TimeProviderExtensions
{
    /// <summary>What time it is, as the app counts it; pure code takes it as an argument (law 7).</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
