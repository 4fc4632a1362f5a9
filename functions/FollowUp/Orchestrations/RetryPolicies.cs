using Microsoft.DurableTask;

namespace FollowUp.Orchestrations;

/// <summary>How long to go on trying.</summary>
internal static class RetryPolicies
{
    /// <summary>The store is back within minutes; what fails for longer is found by the sweep.</summary>
    public static TaskOptions WithTheStore { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>
    /// How long to wait after each try: mail servers are down for minutes, and sometimes over a weekend when nobody is there to see
    /// it. A letter that could not be handed over in five days, as long as mail servers try among themselves (RFC 5321, 4.5.4.1), is
    /// reported.
    /// </summary>
    public static IReadOnlyList<TimeSpan> WithTheMail { get; } =
        [.. Enumerable.Range(0, 38).Select(tries => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, tries), 240)))];
}
