using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>Calls a task again after it failed, as a policy or a handler says. The pauses are durable timers.</summary>
static class Retries
{
    public static Task<T> Of<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> call) => retry switch
    {
        { Policy: { } policy } => ByPolicy(context, policy, call),
        { Handler: { } handler } => ByHandler(context, handler, call),
        _ => call(),
    };

    static async Task<T> ByPolicy<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> call)
    {
        DateTime begun = context.CurrentUtcDateTime;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed) when (MayRetry(policy, attempt, failed, context.CurrentUtcDateTime - begun))
            {
                await context.CreateTimer(PauseAfter(policy, attempt), CancellationToken.None);
            }
        }
    }

    static async Task<T> ByHandler<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> call)
    {
        DateTime begun = context.CurrentUtcDateTime;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed) when (IsRetriable(failed))
            {
                TimeSpan spent = context.CurrentUtcDateTime - begun;
                if (!await handler(new RetryContext(context, attempt, failed.FailureDetails, spent, CancellationToken.None)))
                {
                    throw;
                }
            }
        }
    }

    static bool MayRetry(RetryPolicy policy, int attempt, TaskFailedException failed, TimeSpan spent) =>
        attempt < policy.MaxNumberOfAttempts
        && IsRetriable(failed)
        && (policy.RetryTimeout == Timeout.InfiniteTimeSpan || spent < policy.RetryTimeout)
        && policy.IsWorthRetrying(failed.FailureDetails);

    // A function that does not exist will not exist at the next attempt either.
    static bool IsRetriable(TaskFailedException failed) =>
        failed.FailureDetails.ErrorType != typeof(FunctionNotFoundException).FullName;

    static TimeSpan PauseAfter(RetryPolicy policy, int attempt)
    {
        double pause = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        TimeSpan longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(3650) : policy.MaxRetryInterval;
        return pause < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(pause) : longest;
    }
}
