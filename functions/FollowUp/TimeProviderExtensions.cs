using NodaTime;

namespace FollowUp;

public static class TimeProviderExtensions
{
    /// <summary>The one place where the app asks what time it is; pure code takes it as an argument (law 7).</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
