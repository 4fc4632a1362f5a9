namespace Microsoft.DurableTask;

/// <summary>How often, and after which pauses, a failed task is called again.</summary>
public class RetryPolicy
{
    readonly Func<TaskFailureDetails, bool>? handleFailure;

    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = AtLeast(firstRetryInterval, maxRetryInterval, nameof(maxRetryInterval)) ?? TimeSpan.FromHours(1);
        RetryTimeout = AtLeast(firstRetryInterval, retryTimeout, nameof(retryTimeout)) ?? Timeout.InfiniteTimeSpan;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    /// <summary>Which failures are worth another attempt. All, unless it says otherwise.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => handleFailure = value;
    }

    internal bool IsWorthRetrying(TaskFailureDetails failure) => handleFailure?.Invoke(failure) ?? true;

    static TimeSpan? AtLeast(TimeSpan first, TimeSpan? given, string name)
    {
        if (given is { } span && span != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(span, first, name);
        }

        return given;
    }
}
