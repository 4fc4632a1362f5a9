using Microsoft.DurableTask;

namespace FollowUp.Following;

/// <summary>How long to go on trying.</summary>
internal static class Patience
{
    /// <summary>The store is back within minutes; what fails for longer is found by the sweep.</summary>
    public static TaskOptions WithTheStore { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>Mail servers are down for minutes, seldom for a day; a letter that could not be handed over for a day is reported.</summary>
    public static TaskOptions WithTheMail { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 15, firstRetryInterval: TimeSpan.FromMinutes(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(4)));
}
