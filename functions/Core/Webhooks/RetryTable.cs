using NodaTime;

namespace FollowUp.Webhooks;

/// <summary>
/// How long after each try the next one comes, by Standard Webhooks 1.0.0: ten tries over some 75 hours, so that a receiver that breaks on
/// Friday evening is found whole on Monday. Tries begin with the minute.
/// </summary>
public static class RetryTable
{
    public const int TriesMax = 10;

    private static readonly Duration[] Waits =
    [
        Duration.FromSeconds(5), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(5),
        Duration.FromHours(10), Duration.FromHours(14), Duration.FromHours(20), Duration.FromHours(24),
    ];

    /// <returns>Null where that was the last one.</returns>
    public static Instant? NextAfter(int tries, Instant now) => tries < TriesMax ? now + Waits[tries - 1] : null;
}
