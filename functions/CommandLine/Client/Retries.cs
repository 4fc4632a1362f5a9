using System.Globalization;
using Polly;
using Polly.Retry;

namespace FollowUp.CommandLine.Client;

/// <summary>
/// When a call is sent again: the connection was lost, or the server says not now. Each call may be, since it changes nothing, has its
/// Idempotency-Key, or a token that is good once.
/// </summary>
internal static class Retries
{
    public const int Max = 3;

    /// <summary>Whoever waits at a keyboard waits no longer for one try.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(300);

    /// <param name="tell">Hears of each wait in one sentence.</param>
    public static ResiliencePipeline<ServerAnswer> Build(TimeProvider clock, Action<string> tell) =>
        new ResiliencePipelineBuilder<ServerAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ServerAnswer>
            {
                MaxRetryAttempts = Max,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = First,
                ShouldHandle = tried => ValueTask.FromResult(IsWorthIt(tried.Outcome)),
                DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Result?.RetryAfter),
                OnRetry = next =>
                {
                    tell(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Why(next.Outcome)}; again in {next.RetryDelay.TotalSeconds:0.#} s ({next.AttemptNumber + 1} of {Max})"));
                    return default;
                },
            })
            .Build();

    private static bool IsWorthIt(Outcome<ServerAnswer> outcome) => outcome switch
    {
        { Exception: HttpRequestException lost } =>
            lost.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ConfigurationLimitExceeded),
        { Result: { IsTransient: true } answer } => answer.RetryAfter is null || answer.RetryAfter <= LongestWait,
        _ => false,
    };

    private static string Why(Outcome<ServerAnswer> outcome) =>
        outcome.Result is { } answer ? $"Not now ({answer.Status})" : "The connection was lost";
}
